/** A file that was given with a challenge. Slack keeps its bytes. */
export interface EvidenceFile {
  /** As Slack names it. */
  id: string;
  /** As its giver named it. */
  name: string;
  bytes: number;
}

/** As much as Slack takes in a form. */
export const MOST_EVIDENCE_BYTES = 10_000_000;

/** `export.csv (12 KB)`; of less than 1 KB, the bytes. Rounded up, to whole KB and tenths of MB. */
export function readableEvidenceFile({ name, bytes }: Omit<EvidenceFile, 'id'>): string {
  return `${name} (${readableSize(bytes)})`;
}

function readableSize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const kilobytes = Math.ceil(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} KB` : `${Math.ceil(bytes / 100_000) / 10} MB`;
}

/** From the columns of a challenge. */
export function storedEvidenceFile(row: {
  evidenceFileId: string | null;
  evidenceFileName: string | null;
  evidenceFileBytes: number | null;
}): EvidenceFile | null {
  const { evidenceFileId: id, evidenceFileName: name, evidenceFileBytes: bytes } = row;
  return id === null || name === null || bytes === null ? null : { id, name, bytes };
}
