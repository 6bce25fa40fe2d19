import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { expect, it } from 'vitest';
import { absenceForm, readAbsenceForm } from '../../src/features/check-ins/absence-form.ts';
import { linkForm, readLinkForm } from '../../src/features/customer-voice/link-form.ts';
import { readVoiceForm, voiceForm } from '../../src/features/customer-voice/voice-form.ts';
import { definitionForm, readDefinitionForm } from '../../src/features/metrics/definition-form.ts';
import { interpretationForm, readInterpretationForm } from '../../src/features/signals/interpretation-form.ts';
import { metric } from './metrics/some-metric.ts';

type Sent = Pick<ViewOutput, 'private_metadata' | 'state'>;

/** As Slack sends a form whose every field was emptied: those left untouched are there, with nothing in them. */
function emptied(view: ModalView): Sent {
  const nothing = { type: 'static_select', selected_option: null, selected_date: null, value: null };
  const fields = view.blocks.flatMap((block) =>
    'element' in block ? [[block.block_id, { [block.element.action_id ?? '']: nothing }]] : [],
  );
  return { private_metadata: view.private_metadata ?? '', state: { values: Object.fromEntries(fields) } };
}

const today = '2026-03-26';
const named = metric();

it.each<[string, ModalView, (sent: Sent) => { ok: boolean; errors?: Record<string, string> }, string[]]>([
  ['a link for a client', linkForm([]), readLinkForm, ['client', 'question', 'life']],
  ['a voice', voiceForm({ today, metrics: [] }), readVoiceForm, ['source', 'said_on', 'words']],
  ['days away', absenceForm(today), readAbsenceForm, ['away_from', 'away_until']],
  ['what a number means', interpretationForm([]), readInterpretationForm, ['number', 'meaning', 'context']],
  [
    'a definition',
    definitionForm(named, [named]),
    (sent) => readDefinitionForm(sent, [named]),
    ['format', 'direction', 'timing', 'aggregation', 'frequency', 'name'],
  ],
])('%s, sent with nothing in it, is told at its fields', (_, view, read, wanted) => {
  const answer = read(emptied(view));
  expect(answer.ok).toBe(false);
  const errors = Object.keys(answer.errors ?? {});
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => id);
  expect(inputs).toEqual(expect.arrayContaining(errors));
  expect(errors).toEqual(expect.arrayContaining(wanted));
});
