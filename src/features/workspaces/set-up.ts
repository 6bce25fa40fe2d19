/** What the workspace file put in force, as far as somebody who looks for trouble needs it. */
export interface SetUp {
  teamCount: number;
  channels: PostedChannel[];
  cadenceKeys: string[];
  reviewCount: number;
  /** Everybody on a team. */
  members: SetUpMember[];
}

/** Where the bot posts by itself. */
export interface PostedChannel {
  /** What goes there: the key of a team, or the lessons. */
  of: string;
  channelId: string;
}

export interface SetUpMember {
  name: string;
  roleKey: string | null;
  managerId: string | null;
  timeZone: string;
  deactivatedAt: Date | null;
}
