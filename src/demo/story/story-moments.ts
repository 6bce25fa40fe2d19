import type { Moment } from '../moment.ts';
import { doubtMoments } from './doubts.ts';
import { feedbackMoments } from './feedback.ts';
import { growthMoments } from './growth.ts';
import { jointWorkMoments } from './joint-work.ts';
import { partMoments } from './parts.ts';
import { planMoments } from './plans.ts';
import { voiceMoments } from './voice-moments.ts';

/** What no check-in asks for: what people agree on, say of each other, hear from clients, do together and learn. */
export function storyMoments(): Moment[] {
  return [
    ...planMoments(),
    ...feedbackMoments(),
    ...voiceMoments(),
    ...partMoments(),
    ...jointWorkMoments(),
    ...growthMoments(),
    ...doubtMoments(),
  ];
}
