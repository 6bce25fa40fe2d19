import type { ModalView } from '@slack/types';
import { plainText, section } from './block-kit.ts';

// What a person reads when something of ours broke. The reference leads to the log line with the cause.

export function formNotSaved(reference: string): string {
  return `We could not save this. Nothing you typed is lost: keep this window open and submit again. Reference ${reference}`;
}

export function didNotWork(reference: string): string {
  return (
    'Sorry, that did not work, and it is not your doing. Please try again. ' +
    `If it happens again, give your administrator this reference: ${reference}`
  );
}

export function notKnown(reference: string): string {
  return (
    'Throughline does not know what to do with this. It may come from an older version; opening it anew usually helps. ' +
    `Reference ${reference}`
  );
}

/** A window for when there is no message to answer beside: buttons in modals and on the Home tab. */
export function failureModal(text: string): ModalView {
  return {
    type: 'modal',
    title: plainText('Something went wrong'),
    close: plainText('Close'),
    blocks: [section(text)],
  };
}
