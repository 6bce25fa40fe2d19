import { localInstant } from '../../platform/time/local-time.ts';
import type { Person } from '../../simulator/person/person.ts';
import type { Moment } from '../moment.ts';
import type { Stage } from '../stage.ts';
import { pressBy, saveBy, send, tell } from './acts.ts';
import {
  byForm,
  byHand,
  byProgram,
  bySurvey,
  type FormVoice,
  type HandVoice,
  openForm,
  surveyFile,
  ticketRows,
} from './voices.ts';

/** Customers are heard on all the ways there are: a form, a colleague who listened, a survey's file, another program. */
export function voiceMoments(): Moment[] {
  const [halvorsen, brightwater, allDepots] = byForm;
  const [nordlys, delmar] = byHand;
  if (!halvorsen || !brightwater || !allDepots || !nordlys || !delmar) throw new Error('Some customers are missing.');
  return [
    { at: localInstant('2026-01-29', '10:50', 'Europe/Berlin'), play: (stage) => answerForm(stage, halvorsen) },
    { at: localInstant('2026-02-09', '09:30', 'Europe/Berlin'), play: importSurvey },
    { at: localInstant('2026-02-13', '12:20', 'Asia/Kolkata'), play: (stage) => answerForm(stage, brightwater) },
    { at: localInstant('2026-02-19', '16:45', 'Europe/Berlin'), play: (stage) => record(stage, nordlys) },
    { at: localInstant('2026-03-06', '08:00', 'Europe/London'), play: sendTickets },
    { at: localInstant('2026-03-12', '17:05', 'America/Sao_Paulo'), play: (stage) => record(stage, delmar) },
    { at: localInstant('2026-04-02', '16:20', 'Europe/Berlin'), play: (stage) => answerForm(stage, allDepots) },
    { at: localInstant('2026-04-07', '15:30', 'Europe/Berlin'), play: leaveFormOpen },
  ];
}

async function answerForm(stage: Stage, { by, client, about, score, words, mayQuote }: FormVoice): Promise<void> {
  const url = await makeLink(stage.world.slack.as(by), { Client: client, 'Whom it concerns': about ? [about] : [] });
  const page = await fetch(url);
  if (!page.ok) throw new Error(`${client} cannot open the form: ${page.status}`);
  const body = new URLSearchParams({ score: String(score), words, ...(mayQuote && { quote: 'yes' }) });
  const sent = await fetch(url, { method: 'POST', body });
  if (!sent.ok) throw new Error(`${client} cannot send the form: ${sent.status}`);
  tell(stage, by, `sends a link to ${client}. In their browser they give ${score} of 10: "${words}"`);
}

async function leaveFormOpen(stage: Stage): Promise<void> {
  const url = await makeLink(stage.world.slack.as(openForm.by), {
    Client: openForm.client,
    'Whom it concerns': [openForm.by],
  });
  stage.formUrl = url;
}

async function makeLink(person: Person, fields: Parameters<Person['fill']>[0]): Promise<string> {
  await pressBy(person, '/throughline form', 'Form for a client');
  const made = await send(person, fields);
  await person.close({ all: true });
  const url = /https?:\/\/[^\s>|]+\/form\/[\w/-]+/.exec(made?.lines.join('\n') ?? '')?.[0];
  if (url === undefined) throw new Error(`${person.name} is shown no link.`);
  return url;
}

async function record(stage: Stage, { by, heard, client, score, words, mayQuote, about }: HandVoice): Promise<void> {
  await saveBy(stage.world.slack.as(by), '/throughline voice', 'Record a voice', {
    Client: client,
    'Where they said it': heard,
    'What they said': words,
    ...(mayQuote && { 'Permission to quote': ['The customer agreed that we quote these words'] }),
    'Scale of the score': 'CSAT, 1 to 5',
    Score: String(score),
    ...(about !== undefined && { 'Whom it concerns': [about] }),
  });
  tell(stage, by, `records what ${client} said (${heard}): "${words}"`);
}

async function importSurvey(stage: Stage): Promise<void> {
  await stage.world.addSource({ key: 'survey', name: 'Yearly survey', sendsFilesOnly: true });
  const readAs = await stage.world.importVoices('survey', surveyFile());
  tell(stage, 'ingrid', `imports the survey's CSV export: ${bySurvey.length} answers, read as ${readAs}.`);
}

async function sendTickets(stage: Stage): Promise<void> {
  const token = await stage.world.addSource({ key: 'helpdesk', name: 'Help desk', sendsFilesOnly: false });
  const response = await fetch(`${stage.world.serviceUrl()}/api/voice`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(ticketRows()),
  });
  if (!response.ok) throw new Error(`The help desk is refused: ${await response.text()}`);
  tell(
    stage,
    'maya',
    `lets the help desk send by itself: ${byProgram.length} ratings of tickets come by POST /api/voice.`,
  );
}
