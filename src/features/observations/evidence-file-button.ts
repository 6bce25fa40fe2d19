import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';
import type { EvidenceFile } from './evidence-file.ts';

/** Begins its action id, which the challenge makes unique among several; its value is the id of the challenge. */
export const EVIDENCE_FILE_BUTTON = 'show_evidence_file';

/** Beside a challenge that a file was given with. */
export function evidenceFileButton(challengeId: string, { name }: Pick<EvidenceFile, 'name'>): Button {
  const actionId = `${EVIDENCE_FILE_BUTTON}:${challengeId}`;
  return button({ actionId, text: `Show the file ${name}`, value: challengeId });
}
