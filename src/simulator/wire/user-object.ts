import type { JsonObject } from '../workspace/json.ts';
import type { PersonRecord } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { hasScope } from './api-method.ts';

/** Fields of the deactivated are there too. The e-mail only with its scope. */
export function profileObject(slack: Workspace, person: PersonRecord): JsonObject {
  const profile: JsonObject = {
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.displayName,
    display_name_normalized: person.displayName,
    status_text: person.status.text,
    status_emoji: person.status.emoji,
    status_expiration: 0,
    title: person.title,
    phone: '',
    skype: '',
    avatar_hash: '',
    image_24: avatar(24),
    image_48: avatar(48),
    image_72: avatar(72),
    image_192: avatar(192),
    image_512: avatar(512),
    team: slack.team.id,
  };
  if (person.email && hasScope(slack, 'users:read.email')) profile['email'] = person.email;
  return profile;
}

function avatar(size: number): string {
  return `https://secure.gravatar.com/avatar/simulated.jpg?s=${size}`;
}

/** A person as the Web API and user events show them: little of the deactivated. */
export function userObject(slack: Workspace, person: PersonRecord): JsonObject {
  const always: JsonObject = {
    id: person.id,
    team_id: slack.team.id,
    name: person.name,
    deleted: person.deactivated,
    profile: profileObject(slack, person),
    is_bot: person.bot,
    is_app_user: false,
    updated: person.updated,
  };
  if (person.deactivated) return always;
  return {
    ...always,
    real_name: person.realName,
    ...zone(person.timeZone, slack.calendar.now()),
    is_admin: person.admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.guest !== undefined,
    is_ultra_restricted: person.guest === 'single-channel',
    is_email_confirmed: !person.bot && !person.invited,
    ...(person.invited ? { is_invited_user: true } : {}),
    who_can_share_contact_card: 'EVERYONE',
  };
}

/** The app's own bot user. */
export function botUserObject(slack: Workspace): JsonObject {
  const { app, team, calendar } = slack;
  const name = app.manifest.botName;
  return {
    id: app.botUserId,
    team_id: team.id,
    name: name.toLowerCase().replace(/[^a-z0-9_-]+/g, ''),
    real_name: name,
    deleted: false,
    ...zone('America/Los_Angeles', calendar.now()),
    profile: { real_name: name, display_name: '', api_app_id: app.appId, bot_id: app.botId, team: team.id },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: true,
    is_app_user: false,
    updated: 0,
  };
}

/** Slack's own robot, which says it is no bot: apps must know it by its id. */
export function slackbotObject(slack: Workspace): JsonObject {
  return {
    id: 'USLACKBOT',
    team_id: slack.team.id,
    name: 'slackbot',
    real_name: 'Slackbot',
    deleted: false,
    ...zone('America/Los_Angeles', slack.calendar.now()),
    profile: { real_name: 'Slackbot', display_name: 'Slackbot', always_active: true, team: slack.team.id },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    updated: 0,
  };
}

function zone(timeZone: string, now: Date): JsonObject {
  const part = (style: 'long' | 'longOffset') =>
    zoneFormat(timeZone, style)
      .formatToParts(now)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(part('longOffset')) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60;
  return { tz: timeZone, tz_label: part('long'), tz_offset: sign === '-' ? -offset : offset };
}

/** Making one takes far longer than using it, and a large team is listed with the same few. */
const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string, timeZoneName: 'long' | 'longOffset'): Intl.DateTimeFormat {
  const key = `${timeZone} ${timeZoneName}`;
  const format = zoneFormats.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName });
  zoneFormats.set(key, format);
  return format;
}
