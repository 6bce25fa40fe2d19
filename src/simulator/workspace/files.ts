import { extname } from 'node:path';
import type { Calendar } from './calendar.ts';
import type { Ids } from './ids.ts';

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  altText: string | undefined;
  userId: string;
  byBot: boolean;
  /** A person gave it to the app in a form, which lets the app read it. */
  givenInForm?: boolean;
  /** Announced when the address was asked for; the bytes must be as many. */
  size: number;
  bytes: Buffer | undefined;
  created: number;
  /** Channels it was shared in, with the ts of the message that shares it. */
  shares: { channelId: string; ts: string }[];
  state: 'announced' | 'uploaded' | 'complete' | 'deleted';
}

const types: { [ending: string]: { mimetype: string; pretty: string } } = {
  csv: { mimetype: 'text/csv', pretty: 'CSV' },
  gif: { mimetype: 'image/gif', pretty: 'GIF' },
  jpg: { mimetype: 'image/jpeg', pretty: 'JPEG' },
  json: { mimetype: 'application/json', pretty: 'JSON' },
  pdf: { mimetype: 'application/pdf', pretty: 'PDF' },
  png: { mimetype: 'image/png', pretty: 'PNG' },
  txt: { mimetype: 'text/plain', pretty: 'Plain Text' },
};

/** By the ending of the name, as Slack's `filetype`, and what goes with it. */
export function fileTypeOf(name: string): { filetype: string; mimetype: string; pretty: string } {
  const ending = extname(name).slice(1).toLowerCase();
  const known = types[ending];
  return known ? { filetype: ending, ...known } : { filetype: ending || 'binary', ...unknownType };
}

const unknownType = { mimetype: 'application/octet-stream', pretty: 'Binary' };

export class Files {
  readonly #ids: Ids;
  readonly #calendar: Calendar;
  readonly #byId = new Map<string, StoredFile>();
  /** Upload addresses by their path, each for one upload. */
  readonly #uploads = new Map<string, StoredFile>();

  constructor(ids: Ids, calendar: Calendar) {
    this.#ids = ids;
    this.#calendar = calendar;
  }

  /** A file to come; the answer says where its bytes are to be sent. */
  announce(file: { name: string; size: number; altText: string | undefined; userId: string }): {
    file: StoredFile;
    path: string;
  } {
    const added = this.#add({ ...file, title: file.name, byBot: true, bytes: undefined, state: 'announced' });
    const path = `/upload/v1/${this.#ids.nextHex(48)}`;
    this.#uploads.set(path, added);
    return { file: added, path };
  }

  /** What a person gives in a form or a message is there at once. */
  give(userId: string, name: string, bytes: Buffer): StoredFile {
    const known = { name, title: name, altText: undefined, userId, byBot: false, size: bytes.length };
    return this.#add({ ...known, bytes, state: 'complete' });
  }

  takeUpload(path: string): StoredFile | undefined {
    const file = this.#uploads.get(path);
    this.#uploads.delete(path);
    return file;
  }

  find(id: string): StoredFile | undefined {
    return this.#byId.get(id);
  }

  /** The last of that name that this person gave and that is still there. */
  latestOf(userId: string, name: string): StoredFile | undefined {
    const isMeant = (file: StoredFile) => file.userId === userId && file.name === name && file.state !== 'deleted';
    return [...this.#byId.values()].findLast(isMeant);
  }

  #add(file: Omit<StoredFile, 'id' | 'created' | 'shares'>): StoredFile {
    const added = { ...file, id: this.#ids.next('F'), created: this.#calendar.seconds(), shares: [] };
    this.#byId.set(added.id, added);
    return added;
  }
}
