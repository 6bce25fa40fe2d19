/** The user PostgreSQL runs as. */
export type Account = { uid: number; gid: number };

/** `nobody` on Linux; any unprivileged number works, it needs no entry in the list of users. */
const UNPRIVILEGED: Account = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root, so root runs it as somebody else; everybody else runs it as themselves. */
export function choosePostgresAccount(): Account | undefined {
  return process.getuid?.() === 0 ? UNPRIVILEGED : undefined;
}
