import { randomBytes } from 'node:crypto';

/**
 * Ids (UUID, version 7) that sort in the order in which they were made, also within a millisecond: for many rows that come
 * in one statement, of which the order matters. Each maker has a tail of its own, by chance.
 */
export function createOrderedIds(now: Date): () => string {
  const time = now.getTime().toString(16).padStart(12, '0');
  const tail = randomBytes(6).toString('hex');
  let count = 0;
  return () => {
    // 26 bits of a counter: 12 after the version, 14 after the variant.
    const high = (count >>> 14).toString(16).padStart(3, '0');
    const low = (0x8000 | (count & 0x3fff)).toString(16);
    count += 1;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low}-${tail}`;
  };
}
