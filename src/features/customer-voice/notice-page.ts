import { type Html, html } from '../../platform/web/html.ts';
import { page } from '../../platform/web/page.ts';

/** What a visitor finds instead of the form. None but the thanks names anybody: whoever holds an old link learns nothing. */
const notices = {
  answered: {
    title: 'This form has been answered',
    text: 'Thank you. A link can be answered once, and this one has been. If you want to add something, or it was not you who answered, tell whoever sent you the link.',
  },
  expired: {
    title: 'This form is closed',
    text: 'Its time is over, and nothing was sent. If you still want to say something, ask whoever sent you the link for a new one.',
  },
  revoked: {
    title: 'This form is closed',
    text: 'It was taken back, and nothing was sent. If you still want to say something, ask whoever sent you the link for a new one.',
  },
  unknown: {
    title: 'There is nothing here',
    text: 'Check that the address is complete: links in e-mails are sometimes broken into two lines. If it is, ask whoever sent it to you for a new one.',
  },
  unreadable: {
    title: 'That could not be read',
    text: 'Nothing was kept. Please go back, make your answer shorter, and send it again.',
  },
  busy: {
    title: 'One moment, please',
    text: 'Too many answers arrive right now, and yours was not sent. Please go back and send it again in a few seconds.',
  },
  failed: {
    title: 'That did not work',
    text: 'The fault is ours, and your answer was not kept. Please go back and send it again in a minute.',
  },
} as const;

export type Notice = keyof typeof notices;

/** `reference` joins what somebody reads and what our log says. */
export function noticePage(notice: Notice, reference?: string): Html {
  const { title, text } = notices[notice];
  const asked = reference === undefined ? undefined : html`<p class="small">Reference: ${reference}</p>`;
  return page(title, html`<h1>${title}</h1><p>${text}</p>${asked}`);
}

export function thanksPage(company: string, mayQuote: boolean): Html {
  return page(
    `Thank you from ${company}`,
    html`<h1>Thank you</h1>
<p>${company} has your answer. ${mayQuote ? 'You agreed that your words are quoted.' : 'Your words are not quoted.'}</p>
<p>You can close this page.</p>`,
  );
}
