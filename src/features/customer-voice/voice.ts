import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Score } from './score.ts';

/** How a customer's words reached us. */
export const sources = ['survey', 'support', 'call', 'email', 'form'] as const;
export type VoiceSource = (typeof sources)[number];

/** What a customer said, as it stands now. */
export interface Voice {
  id: string;
  /** Null, not named. */
  client: string | null;
  segment: string | null;
  source: VoiceSource;
  score: Score | null;
  words: string | null;
  /** Whether the customer agreed that their words are quoted. */
  mayQuote: boolean;
  saidOn: CalendarDay;
  /** Members whom it concerns. */
  memberIds: string[];
  metricKey: string | null;
  /** Null where the customer wrote it on our form, or an import brought it. */
  recordedById: string | null;
}

/** What somebody who records a voice says of it. */
export type VoiceContent = Omit<Voice, 'id' | 'recordedById'>;

export const sourceNames: Record<VoiceSource, string> = {
  survey: 'survey',
  support: 'support',
  call: 'call',
  email: 'e-mail',
  form: 'form',
};

/** The words of a voice that may be quoted to anybody in the company. */
export interface Quote {
  id: string;
  client: string | null;
  words: string;
  source: VoiceSource;
  score: Score | null;
  saidOn: CalendarDay;
  memberIds: string[];
}

export const LONGEST_WORDS = 2000;
export const LONGEST_CLIENT = 150;
export const LONGEST_SEGMENT = 60;
export const MOST_MEMBERS = 10;
