import type { ModalView } from '@slack/types';
import { input, option, plainText, section } from '../../platform/slack/block-kit.ts';
import type { MetricName } from '../metrics/metric-name.ts';
import { linkLives, USUAL_LIFE_DAYS } from './form-link.ts';
import { NPS, offeredScales, readScale, type Scale, scaleKey } from './score.ts';
import {
  BLOCKS,
  chosenOption,
  clientField,
  type FormState,
  membersField,
  menu,
  metricField,
  readSharedFields,
  segmentField,
} from './shared-fields-form.ts';

export const LINK_FORM = 'customer_form_link';

const OWN = { scale: 'question', life: 'life' } as const;

/** A link to a form for one client. */
export function linkForm(metrics: MetricName[]): ModalView {
  const scales = offeredScales.map(({ name, scale }) => option(name, scaleKey(scale)));
  const lives = linkLives.map((days) => option(`${days} days`, String(days)));
  return {
    type: 'modal',
    callback_id: LINK_FORM,
    title: plainText('Form for a client'),
    submit: plainText('Make the link'),
    close: plainText('Cancel'),
    blocks: [
      section(
        'One page with one question, a field for words and one for permission to quote them. The client needs no account, and can answer once.',
      ),
      clientField(),
      input({
        blockId: OWN.scale,
        label: 'Question',
        hint: 'NPS asks how likely they are to recommend us, CSAT how satisfied they are.',
        element: menu(
          scales,
          scales.find(({ value }) => value === scaleKey(NPS)),
        ),
      }),
      input({
        blockId: OWN.life,
        label: 'How long it can be answered',
        element: menu(
          lives,
          lives.find(({ value }) => value === String(USUAL_LIFE_DAYS)),
        ),
      }),
      membersField(),
      ...metricField(metrics),
      segmentField(),
    ],
  };
}

export interface LinkFormContent {
  client: string;
  segment: string | null;
  scale: Scale;
  lifeDays: number;
  memberIds: string[];
  metricKey: string | null;
}

export type LinkFormAnswer = { ok: true; content: LinkFormContent } | { ok: false; errors: Record<string, string> };

export function readLinkForm(view: FormState): LinkFormAnswer {
  const { client, ...shared } = readSharedFields(view);
  const scale = readScale(chosenOption(view, OWN.scale) ?? '');
  const lifeDays = linkLives.find((days) => String(days) === chosenOption(view, OWN.life));
  if (client && scale && lifeDays) return { ok: true, content: { ...shared, client, scale, lifeDays } };
  return {
    ok: false,
    errors: {
      ...(!client && { [BLOCKS.client]: 'Name the client.' }),
      ...(!scale && { [OWN.scale]: 'Choose the question.' }),
      ...(!lifeDays && { [OWN.life]: 'Choose how long it can be answered.' }),
    },
  };
}
