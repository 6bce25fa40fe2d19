import { readFile } from 'node:fs/promises';
import { readWorkspaceFile, type WorkspaceFile } from '../features/workspaces/workspace-file.ts';
import { emailOf } from './company.ts';

/** The demo's workspace file as it stands at the beginning. */
export function loadWorkspaceText(): Promise<string> {
  return readFile(new URL('throughline.yaml', import.meta.url), 'utf8');
}

/** Somebody whose line waits behind a # is taken in, as an administrator would do it. */
export function withMember(text: string, handle: string): string {
  return changeLineOf(text, handle, (line) => line.replace(/^(\s*)# /, '$1'));
}

export function withoutMember(text: string, handle: string): string {
  return changeLineOf(text, handle, (line) => line.replace(/^(\s*)- /, '$1# - '));
}

export function readDemoFile(text: string): WorkspaceFile {
  const reading = readWorkspaceFile(text);
  if ('file' in reading) return reading.file;
  throw new Error(
    `The demo's own workspace file is wrong: ${reading.problems.map(({ message }) => message).join('; ')}`,
  );
}

function changeLineOf(text: string, handle: string, change: (line: string) => string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(`{ member: ${emailOf(handle)}`));
  const line = lines[at];
  if (line === undefined || change(line) === line) throw new Error(`${handle} has no such line in the workspace file.`);
  return lines.with(at, change(line)).join('\n');
}
