import type { Dispatch } from '../wire/dispatch.ts';
import type { EventFeed } from '../wire/event-feed.ts';
import type { ResponseUrls } from '../wire/response-urls.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What people act upon: the workspace and the ways from it to the app. */
export interface LittleSlack {
  slack: Workspace;
  dispatch: Dispatch;
  events: EventFeed;
  responseUrls: ResponseUrls;
  /** How long, in real milliseconds, a person keeps looking for what is not there yet. */
  patienceMilliseconds: number;
}
