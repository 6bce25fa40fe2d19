/** What a check found. A `hint` is worth a look but may be meant so; `skipped` waits for a problem above it. */
export interface Finding {
  check: string;
  status: 'ok' | 'hint' | 'problem' | 'skipped';
  /** What is well, or what to do. */
  says: string;
}

export function ok(check: string, says: string): Finding {
  return { check, status: 'ok', says };
}

export function hint(check: string, says: string): Finding {
  return { check, status: 'hint', says };
}

export function problem(check: string, says: string): Finding {
  return { check, status: 'problem', says };
}

export function skipped(check: string, says: string): Finding {
  return { check, status: 'skipped', says };
}
