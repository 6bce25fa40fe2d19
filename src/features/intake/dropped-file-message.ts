import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { type FileReading, writeFileReading } from './file-reading.ts';
import type { DroppedFileRead } from './open-dropped-file.ts';
import { readableCounts, readableRowProblem } from './readable-import.ts';

export const IMPORT_BUTTON = 'import_file';
export const REREAD_BUTTONS = { latin1: 'reread_file_latin1', commas: 'reread_file_commas' } as const;
export const LEAVE_BUTTON = 'leave_file';

const MOST_SHOWN = 15;

type Read = Extract<DroppedFileRead, { outcome: 'read' }>;

/** What would become of the file, and what to press; `reading`, how it was read. */
export function offerMessage(read: DroppedFileRead, reading: FileReading): Message {
  if (read.outcome !== 'read') return plain(insteadOf(read), rereadButtons(read, reading));
  const { recorded, name } = read;
  const isNew = recorded.inserted + recorded.corrected;
  const text = `*${nameOf(name)}*, ${readableCounts(recorded)}.`;
  if (isNew === 0 && recorded.refused === 0) return plain(`${text} All of it is on record already: nothing to do.`);
  const isPartial = recorded.refused > 0;
  const label = isPartial ? `Import the ${isNew} good ones` : 'Import';
  const value = writeFileReading({ ...reading, isPartial });
  const buttons = [
    ...(isNew > 0 ? [button({ actionId: IMPORT_BUTTON, text: label, value, style: 'primary' })] : []),
    ...rereadButtons(read, reading),
    button({ actionId: LEAVE_BUTTON, text: 'Leave it', value }),
  ];
  const next = isPartial
    ? ' Nothing is on record yet. Mend these rows and drop the file again, or import the others.'
    : ' Nothing is on record yet. Import it?';
  return { ...plain(text + next, buttons, [...problemBlocks(read), ...unusedBlock(read)]) };
}

/** What became of it. */
export function outcomeMessage(read: DroppedFileRead): Message {
  if (read.outcome !== 'read') return plain(insteadOf(read));
  const done = read.recorded.isApplied
    ? 'is on record. Everybody sees their values in `/progress`; dropped again, the file changes nothing.'
    : 'was not imported: rows changed since you looked. Drop the file again.';
  const text = `*${nameOf(read.name)}* ${done} ${readableCounts(read.recorded)}.`;
  return plain(text, [], problemBlocks(read));
}

export function importingMessage(): Message {
  return plain('Importing…');
}

export function leftMessage(): Message {
  return plain('Nothing of the file was put on record.');
}

function plain(text: string, buttons: ActionsBlockElement[] = [], more: KnownBlock[] = []): Message {
  const pressed = buttons.length > 0 ? [actions('dropped_file', buttons)] : [];
  return { text: text.replaceAll('*', ''), blocks: [section(text), ...more, ...pressed] };
}

function problemBlocks({ recorded: { problems, refused } }: Read): KnownBlock[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, MOST_SHOWN);
  const lines = shown.map((problem) => `• ${cut(escapeMrkdwn(readableRowProblem(problem)), 180)}`);
  const more = refused - new Set(shown.map(({ at }) => at)).size;
  return [section([...lines, ...(more > 0 ? [`…and ${more} more rows.`] : [])].join('\n'))];
}

function unusedBlock({ unusedColumns }: Read): KnownBlock[] {
  if (unusedColumns.length === 0) return [];
  return [context(cut(`Not used: the columns ${escapeMrkdwn(unusedColumns.join(', '))}.`, 1000))];
}

/** Where another way to read it may be what they mean, one press reads it so. */
function rereadButtons(read: DroppedFileRead, reading: FileReading): ActionsBlockElement[] {
  if (read.outcome === 'unreadable' && read.problem.includes('UTF-8') && !reading.encoding) {
    const value = writeFileReading({ ...reading, encoding: 'latin1' });
    return [button({ actionId: REREAD_BUTTONS.latin1, text: 'Read it as Latin-1', value })];
  }
  const isUnclear = (reason: string) => /^"[^"]*\d,\d/.test(reason);
  const hasCommas = read.outcome === 'read' && read.recorded.problems.some(({ reason }) => isUnclear(reason));
  if (!hasCommas || reading.decimalMark) return [];
  const value = writeFileReading({ ...reading, decimalMark: ',' });
  return [button({ actionId: REREAD_BUTTONS.commas, text: 'Commas are decimals', value })];
}

function insteadOf(read: Exclude<DroppedFileRead, { outcome: 'read' }>): string {
  switch (read.outcome) {
    case 'unreadable':
      return `*${nameOf(read.name)}* cannot be imported. ${cut(escapeMrkdwn(read.problem), 1000)}`;
    case 'not-a-table':
      return `*${nameOf(read.name)}* stays between us: of files, Throughline reads CSV only. Evidence goes as a link into \`/progress update\`.`;
    case 'not-allowed':
      return 'Files are imported by administrators of this Slack workspace and by data owners, who import the metrics they answer for. Your own values you give with `/progress update`.';
    case 'too-large':
      return `*${nameOf(read.name)}* is larger than 50 MB. Split it, or ask an administrator to import it where Throughline runs.`;
    case 'not-handed-over':
      return `Slack did not hand over *${nameOf(read.name)}*. If this stays, an administrator grants the app the scope \`files:read\` by installing it anew.`;
    case 'gone':
      return 'This file is not there any more. Drop it again.';
  }
}

function nameOf(name: string): string {
  return cut(escapeMrkdwn(name), 100);
}
