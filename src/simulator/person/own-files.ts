import type { PersonRecord } from '../workspace/people.ts';
import type { LittleSlack } from './little-slack.ts';
import type { Person } from './person.ts';
import { channelCalled, visibleMessages } from './places.ts';

/** Files on their disk, files that others shared with them, and taking back what they gave. */
export function ownFiles(
  { slack }: LittleSlack,
  record: PersonRecord,
): Pick<Person, 'hasFile' | 'opensFile' | 'deletesFile'> {
  return {
    hasFile(name, content) {
      record.disk.set(name, Buffer.from(content));
    },
    opensFile(name, where) {
      const channel = channelCalled(slack, record, where);
      const ids = visibleMessages(slack, record, channel).flatMap(({ fileIds = [] }) => fileIds);
      const file = ids.map((id) => slack.files.find(id)).findLast((one) => one?.name === name);
      if (!file) throw new Error(`${record.name} sees no file ${name} in ${channel.name || channel.id}`);
      if (!file.bytes) throw new Error(`This file was deleted: ${name}`);
      return file.bytes.toString();
    },
    deletesFile(name) {
      const file = slack.files.latestOf(record.id, name);
      if (!file) throw new Error(`${record.name} gave no file ${name}`);
      file.state = 'deleted';
      file.bytes = undefined;
      slack.changes.announce();
    },
  };
}
