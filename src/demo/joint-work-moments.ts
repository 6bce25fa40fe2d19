import { localInstant } from '../platform/time/local-time.ts';
import type { Filling } from '../simulator/person/filled-value.ts';
import { colleagueCalled } from './company.ts';
import type { Moment } from './moment.ts';
import { seenText } from './seen-text.ts';
import { type Stage, zoneNow } from './stage.ts';

/** What no check-in asks for: a win from a message's words, work of several teams, and something tried that failed. */
export function jointWorkMoments(): Moment[] {
  return [
    { at: localInstant('2026-01-27', '10:30', 'Europe/Berlin'), play: anaOpensInitiative },
    { at: localInstant('2026-02-03', '11:00', 'Europe/London'), play: graceNamesBottleneck },
    { at: localInstant('2026-02-04', '14:20', 'Europe/Berlin'), play: lucaTellsWin },
    { at: localInstant('2026-02-27', '09:40', 'Europe/London'), play: graceTellsLesson },
    { at: localInstant('2026-03-04', '10:15', 'America/Sao_Paulo'), play: tomasLooksForLessons },
  ];
}

async function anaOpensInitiative(stage: Stage): Promise<void> {
  const ana = stage.world.slack.as('ana');
  await ana.command('/throughline initiatives');
  await ana.press('Open an initiative');
  await submit(stage, 'ana', {
    Name: 'First report in a week',
    'What will be different, and for whom': 'New clients see their first own report within seven days.',
    'Who brings something': ['ana', 'luca', 'grace'],
    Milestones: '2026-02-27 Three clients in a week\nAll new clients',
  });
  tell(stage, 'ana', 'opens a joint initiative: First report in a week. The next digests of those teams tell it.');
}

async function graceNamesBottleneck(stage: Stage): Promise<void> {
  const grace = stage.world.slack.as('grace');
  await grace.command('/throughline experiments');
  await grace.press('Name a bottleneck');
  await submit(stage, 'grace', {
    'What is in the way': 'Onboarding calls are booked two weeks out.',
    'What could be tried': 'Book the first call in the contract.',
  });
  await grace.command('/throughline experiments');
  await grace.press('Plan the experiment');
  await submit(stage, 'grace', {
    'We believe that': 'A call that stands in the contract happens in the first week.',
    'What we do differently': 'Sales books the first call.',
    'The metric that will show it': stage.file.metrics[0]?.name ?? '',
    From: '2026-02-04',
    Until: '2026-02-26',
  });
  tell(stage, 'grace', 'names a bottleneck, and plans an experiment about it.');
}

async function lucaTellsWin(stage: Stage): Promise<void> {
  const { world, narrator } = stage;
  await world.slack.as('luca').command('/win');
  await submit(stage, 'luca', {
    Client: 'Halden Rail',
    'What changed for them': 'They build their reports without us.',
    'What kind of change': 'Adoption: they use more of it',
    'Who helped': ['ana'],
    'Who may read it': 'Only those involved',
  });
  await world.ring();
  tell(stage, 'luca', 'tells a win that only those involved may read. Ana is asked about her part:');
  const asked = await world.slack.as('ana').waitForMessage('credits you with a part in a win for Halden Rail');
  narrator.show('in the messages of the app', seenText(asked.text, zoneNow(stage, colleagueCalled('ana'))));
  await world.slack.as('ana').press('I had a part', { message: asked.ts });
}

async function graceTellsLesson(stage: Stage): Promise<void> {
  const grace = stage.world.slack.as('grace');
  await grace.command('/throughline experiments');
  await grace.press('Tell the lesson');
  await submit(stage, 'grace', {
    'What came of it': 'It did not work, and now we know',
    'What was seen': 'Seven of ten calls were moved.',
    'What we learned': 'Onboarding calls are booked best by those who hold them.',
  });
  tell(
    stage,
    'grace',
    'tells what the experiment taught. It failed, and it counts against nobody: no score knows of it.',
  );
}

async function tomasLooksForLessons(stage: Stage): Promise<void> {
  const typed = '/throughline lessons onboarding';
  const { reply } = await stage.world.slack.as('tomas').command(typed);
  tell(stage, 'tomas', `asks what others learned: ${typed}`);
  const { name } = colleagueCalled('tomas');
  stage.narrator.show(`only ${name} sees this`, seenText(reply?.text ?? '', zoneNow(stage, colleagueCalled('tomas'))));
}

/** Fills in the open form, saves it, and closes the window that says so. */
async function submit({ world }: Stage, handle: string, fields: { [label: string]: Filling }): Promise<void> {
  const person = world.slack.as(handle);
  await person.waitForModal();
  await person.fill(fields);
  const result = await person.submit();
  if (result.modal?.title !== 'Saved') throw new Error(`${handle} could not save: ${JSON.stringify(result)}`);
  await person.close();
}

function tell(stage: Stage, handle: string, what: string): void {
  const colleague = colleagueCalled(handle);
  stage.narrator.tell(stage.world.clock.now(), zoneNow(stage, colleague), `${colleague.name} ${what}`);
}
