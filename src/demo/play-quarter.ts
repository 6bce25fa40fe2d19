import { agenda } from './agenda.ts';
import { colleagues } from './company.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Narrator } from './narrator.ts';
import { STORY_ENDS_AT } from './quarter.ts';
import { seenPosts } from './seen-posts.ts';
import type { Stage } from './stage.ts';
import { loadWorkspaceText, readDemoFile, withMember } from './workspace-text.ts';

/** Plays the whole story. Answers what was played; undefined when it was broken off. */
export async function playQuarter(
  world: DemoWorld,
  narrator: Narrator,
  signal: AbortSignal,
): Promise<Stage | undefined> {
  const text = await loadWorkspaceText();
  let told = 0;
  const stage: Stage = {
    world,
    narrator,
    text,
    file: readDemoFile(withMember(text, 'noor')),
    said: [],
    looks: [],
    formUrl: undefined,
    restart: null,
    newPosts() {
      const posts = seenPosts(world.slack);
      const fresh = posts.slice(told);
      told = posts.length;
      return fresh;
    },
  };
  const changes = await world.apply(text);
  narrator.tell(world.clock.now(), 'Europe/Berlin', `The workspace file is put in force: ${changes.length} changes.`);
  for (const { at, play } of agenda(stage.file)) {
    if (signal.aborted) return undefined;
    world.clock.moveTo(at);
    await play(stage);
  }
  await world.ringAt(STORY_ENDS_AT);
  // What was for one pair of eyes is not left to whoever plays them next.
  for (const { handle } of colleagues) world.slack.as(handle).reloads();
  return stage;
}
