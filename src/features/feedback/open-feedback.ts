import type { ModalView } from '@slack/types';
import { commandHelp } from '../../platform/slack/command-help.ts';
import type { Database } from '../../platform/storage/database.ts';
import type { FeedbackCommand } from './feedback-command.ts';
import { openGiveForm } from './open-feedback-form.ts';
import { openAbout, openOverview } from './open-feedback-view.ts';
import { openRequestForm } from './open-request-form.ts';
import { feedbackHelp, notTheirManager, UNCLEAR, whyNoForm, whyNotAbout } from './refusal-message.ts';

/** A window, or words where there is none. */
export type OpenedFeedback = { outcome: 'view'; view: ModalView } | { outcome: 'text'; text: string };

/** What `/feedback` answers. */
export async function openFeedback(
  db: Database,
  who: { workspaceId: string; memberId: string; now: Date },
  asked: FeedbackCommand,
): Promise<OpenedFeedback> {
  const { memberId } = who;
  switch (asked.asks) {
    case 'help':
      return text(commandHelp(feedbackHelp));
    case 'unclear':
      return text(UNCLEAR);
    case 'overview':
      return { outcome: 'view', view: await openOverview(db, who) };
    case 'ask': {
      const opened = await openRequestForm(db, { ...who, askedById: memberId, subjectId: asked.memberId ?? memberId });
      if (opened.outcome === 'form') return { outcome: 'view', view: opened.form };
      return text(opened.outcome === 'unknown' ? whyNoForm.unknown : notTheirManager(opened.whom));
    }
    case 'give': {
      if (asked.memberId === memberId) return about(db, who, { memberId });
      const opened = await openGiveForm(db, { ...who, authorId: memberId, subjectId: asked.memberId });
      return opened.outcome === 'form' ? { outcome: 'view', view: opened.form } : text(whyNoForm[opened.outcome]);
    }
    case 'about':
      return about(db, who, { memberId: asked.memberId ?? memberId });
    case 'about-team':
      return about(db, who, { team: asked.team });
  }
}

async function about(...asked: Parameters<typeof openAbout>): Promise<OpenedFeedback> {
  const opened = await openAbout(...asked);
  return opened.outcome === 'view' ? opened : text(whyNotAbout(opened));
}

function text(words: string): OpenedFeedback {
  return { outcome: 'text', text: words };
}
