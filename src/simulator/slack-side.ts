import type { LittleSlack } from './person/little-slack.ts';
import { postScheduled } from './wire/post-scheduled.ts';
import * as administer from './workspace/administer.ts';

/** What comes to pass in Slack besides what people do. */
export interface SlackSide {
  /** Answers the id. Emits subteam_created. */
  addUserGroup(description: administer.UserGroupDescription): string;
  /** By id or handle. Emits subteam_updated, and subteam_members_changed where members change. */
  updateUserGroup(which: string, changes: { members?: string[]; disabled?: boolean }): void;
  /** Emits channel_rename. */
  renameChannel(channel: string, name: string): void;
  unarchiveChannel(channel: string): void;
  /** To be called by whoever moves the clock: posts what was scheduled for the time that has passed. */
  timePassed(): void;
  /** Sends app_rate_limited, as when the app gets more events than the hour allows. */
  tellRateLimited(): Promise<void>;
  /** From now on that share of the events comes twice, with the same event_id; the same seed makes it the same ones. */
  repeatEvents(plan: { seed: string; share: number }): void;
}

export function createSlackSide({ slack, events, dispatch }: LittleSlack): SlackSide {
  return {
    addUserGroup: (description) => administer.addUserGroup(slack, description),
    updateUserGroup: (which, changes) => administer.updateUserGroup(slack, which, changes),
    renameChannel: (channel, name) => administer.renameChannel(slack, channel, name),
    unarchiveChannel: (channel) => administer.setArchived(slack, channel, false),
    timePassed: () => postScheduled(slack),
    tellRateLimited: () =>
      dispatch.sendEvent({
        token: slack.app.verificationToken,
        type: 'app_rate_limited',
        team_id: slack.team.id,
        minute_rate_limited: Math.floor(slack.calendar.seconds() / 60) * 60,
        api_app_id: slack.app.appId,
      }),
    repeatEvents: (plan) => events.repeatSome(plan),
  };
}
