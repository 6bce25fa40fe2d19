import type { JsonObject } from '../workspace/json.ts';
import type { PersonRecord } from '../workspace/people.ts';
import { nextQuietStretch } from '../workspace/quiet-hours.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';

const mostUsers = 50;

export const dndMethods: ApiMethods = {
  'dnd.info': {
    token: 'bot',
    scopes: ['dnd:read'],
    readsJson: false,
    callsPerMinute: tier.three,
    run(slack, args) {
      const id = args.text('user') ?? slack.app.botUserId;
      if (id === slack.app.botUserId) return never;
      const person = slack.people.findById(id);
      if (!person) throw new ApiError('user_not_found');
      return dndObject(slack, person);
    },
  },
  'dnd.teamInfo': {
    token: 'bot',
    scopes: ['dnd:read'],
    readsJson: false,
    callsPerMinute: tier.two,
    run(slack, args) {
      const ids = args.list('users');
      if (ids.length === 0) throw new ApiError('missing_users');
      if (ids.length > mostUsers) throw new ApiError('too_many_users');
      // Whoever is not known is left out.
      const people = ids.flatMap((id) => slack.people.findById(id) ?? []);
      return { users: Object.fromEntries(people.map((person) => [person.id, dndObject(slack, person)])) };
    },
  },
};

/** What Slack answers for somebody without quiet hours. */
const never = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };

/** Of others one learns the stretch under way or next, and not whether it is a pause: `snooze_*` is for oneself. */
export function dndObject(slack: Workspace, person: PersonRecord): JsonObject {
  const stretch = nextQuietStretch(person.quiet, person.timeZone, slack.calendar.seconds());
  if (!stretch) return never;
  return { dnd_enabled: true, next_dnd_start_ts: stretch.start, next_dnd_end_ts: stretch.end };
}
