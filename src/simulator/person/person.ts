import type { PersonRecord } from '../workspace/people.ts';
import type { HomeAsSeen, MessageAsSeen, ModalAsSeen } from './as-seen.ts';
import type { Filling } from './filled-value.ts';
import type { Where } from './places.ts';
import type { SubmitResult } from './submit-modal.ts';
import type { CommandResult } from './type-command.ts';

/**
 * A person at the little Slack. Verbs wait a little for what they need to appear (the app answers in its own time) and
 * otherwise fail telling what there is to see. Labels, options and names are those on the screen.
 */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly record: PersonRecord;

  /** Types `/checkin help`, by default in the app's direct messages. Resolves when the app has acknowledged. */
  command(typed: string, where?: { in?: string }): Promise<CommandResult>;
  /** Presses a button by its label; a confirmation dialog is agreed to, or with `decline` not. */
  press(label: string, where?: Where & { decline?: boolean }): Promise<void>;
  /** Picks from a menu outside a form, or fills one field wherever it is. */
  choose(label: string, option: Filling, where?: Where): Promise<void>;
  /** Fills fields of the open modal by their labels. Fields not named keep what they hold. */
  fill(values: { [label: string]: Filling }): Promise<void>;
  submit(): Promise<SubmitResult>;
  /** Cancels the top modal, or with `all` closes the whole stack (the cross in the corner). */
  close(options?: { all?: boolean }): Promise<void>;

  /** What is on top now; undefined when no modal is open. */
  modal(): ModalAsSeen | undefined;
  /** Opens the app's Home tab. Resolves with what is there once the app has acknowledged; it may still change. */
  openHome(): Promise<HomeAsSeen | undefined>;
  openMessages(): Promise<void>;
  home(): HomeAsSeen | undefined;
  /** Messages of a channel, or of the app's direct messages, oldest first, threads inside. */
  reads(where?: string): MessageAsSeen[];

  /** Waits until a modal (of that title) is on top. */
  waitForModal(title?: string): Promise<ModalAsSeen>;
  waitForNoModal(): Promise<void>;
  /** Waits for a message, in a thread or not, that contains the text; the latest such. */
  waitForMessage(text: string, where?: string): Promise<MessageAsSeen>;
  waitForHome(text: string): Promise<HomeAsSeen>;

  /** Writes a message, `@names` turned into mentions, files (by name, see `hasFile`) with it; answers its ts. */
  says(text: string, where?: string, options?: { thread?: string; files?: string[] }): Promise<string>;
  /** Their own messages only. */
  edits(ts: string, text: string, where?: string): Promise<void>;
  deletes(ts: string, where?: string): Promise<void>;
  /** Loads Slack anew: what was visible to them only is gone, as Slack keeps it for the session alone. */
  reloads(): void;
  /** With an emoji's name, to a message by ts or the latest there. */
  reacts(emoji: string, to?: { in?: string; message?: string }): Promise<void>;
  unreacts(emoji: string, to?: { in?: string; message?: string }): Promise<void>;

  /** Do not disturb, every day between two times `HH:mm` of their zone; null ends it. Emits dnd_updated_user. */
  setsQuietHours(daily: { from: string; to: string } | null): Promise<void>;
  /** 0 ends the pause. */
  pausesNotifications(minutes: number): Promise<void>;
  setsPresence(presence: 'active' | 'away'): Promise<void>;
  setsStatus(text: string, emoji?: string): Promise<void>;
  /** Puts a file on their disk, for forms and messages; one not put there is a line of text. */
  hasFile(name: string, content: string | Uint8Array): void;
  /** What is in a file that was shared where they read it, as text; of several of that name, in the latest. */
  opensFile(name: string, where?: string): string;
  /** Deletes a file of theirs from Slack, wherever they gave it; of several of that name, the latest. */
  deletesFile(name: string): void;

  shortcut(name: string): Promise<void>;
  /** Uses a message shortcut on a message (by ts, or the latest). */
  messageShortcut(name: string, where: { in?: string; message?: string }): Promise<void>;
  joins(channel: string): Promise<void>;
  leaves(channel: string): Promise<void>;
}
