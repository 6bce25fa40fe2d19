import { fileObject } from '../wire/file-object.ts';
import { fileTypeOf, type StoredFile } from '../workspace/files.ts';
import { asList, type Json, type JsonObject } from '../workspace/json.ts';
import type { PersonRecord } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Filling } from './filled-value.ts';

const mostBytes = 10_000_000;

/** A file of that name from the person's disk: one prepared with `hasFile`, or else a line of text. */
export function giveFile(slack: Workspace, person: PersonRecord, name: string): StoredFile {
  const bytes = person.disk.get(name) ?? Buffer.from(`Contents of ${name}\n`);
  return slack.files.give(person.id, name, bytes);
}

/** What picking files, by name, puts into a `file_input`; refused where Slack's dialog would refuse them. */
export function filesGiven(slack: Workspace, person: PersonRecord, element: JsonObject, filling: Filling): Json {
  const names = filling === null || filling === '' ? [] : Array.isArray(filling) ? filling : [String(filling)];
  const most = Number(element['max_files'] ?? 10);
  if (names.length > most) throw new Error(`Only ${most} files may be given, not ${names.length}`);
  const types = asList(element['filetypes']);
  return names.map((name) => {
    const { filetype } = fileTypeOf(name);
    if (types.length > 0 && !types.includes(filetype)) throw new Error(`Only ${types.join(', ')} files may be given`);
    const file = giveFile(slack, person, name);
    if (file.size > mostBytes) throw new Error(`${name} is larger than 10 MB`);
    file.givenInForm = true;
    return fileObject(slack, file);
  });
}
