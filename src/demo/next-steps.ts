import { colleagueCalled } from './company.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Narrator } from './narrator.ts';

/** What one can do with the company once the story is told. Every line is a command that works as it stands. */
export function tellNextSteps({ slack }: DemoWorld, narrator: Narrator, say: (line: string) => void): void {
  const act = (who: string, verb: string, body: object) =>
    `  curl -s -H 'content-type: application/json' -d '${JSON.stringify(body)}' ${slack.controlUrl}people/${who}/${verb}`;
  narrator.heading('Go on yourself');
  narrator.note(
    `The company goes on from here in real time: nobody answers by themselves any more, so it is your turn. Open ${slack.pageUrl} in a browser: be anyone, and move the clock.`,
  );
  say('');
  narrator.note(
    `Or from a terminal: everything that people can do in Slack is done over ${slack.controlUrl}, and answered with what they see.`,
  );
  say('');
  const { name: ana } = colleagueCalled('ana');
  const { name: maya } = colleagueCalled('maya');
  narrator.note(`As ${ana}, ask for help; as ${maya}, look at your people; then read what is in ${ana}'s messages:`);
  say(act('ana', 'command', { text: '/checkin help' }));
  say(act('maya', 'command', { text: '/progress' }));
  say(act('ana', 'reads', {}));
  say('');
  say('Answer early as Bo: open the form, fill it by its labels, save it.');
  say(act('bo', 'command', { text: '/checkin' }));
  say(act('bo', 'fill', { 'Time to first reply (hours)': '2.4', 'What got in the way': 'Nothing at all.' }));
  say(act('bo', 'submit', {}));
  say('');
  say('Ctrl-C stops the demo and leaves nothing behind.');
}
