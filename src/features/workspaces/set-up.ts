/** What the workspace file put in force, as far as somebody who looks for trouble needs it. */
export interface SetUp {
  teams: { key: string; channelId: string | null }[];
  cadenceKeys: string[];
  reviewCount: number;
  /** Everybody on a team. */
  members: SetUpMember[];
}

export interface SetUpMember {
  name: string;
  roleKey: string | null;
  managerId: string | null;
  timeZone: string;
  deactivatedAt: Date | null;
}
