import type { Finding } from './expected/finding.ts';
import type { Narrator } from './narrator.ts';

const MOST_PROBLEMS = 10;

/** The table of what was checked. Answers whether all is well. */
export function tellFindings(findings: readonly Finding[], narrator: Narrator): boolean {
  narrator.heading('What was checked');
  for (const { what, looked, problems } of findings) {
    narrator.note(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${String(looked).padStart(5)}  ${what}`);
    for (const problem of problems.slice(0, MOST_PROBLEMS)) narrator.note(`                ${problem}`);
    if (problems.length > MOST_PROBLEMS) narrator.note(`                …and ${problems.length - MOST_PROBLEMS} more`);
  }
  const failed = findings.filter(({ problems }) => problems.length > 0).length;
  narrator.note('');
  narrator.note(failed === 0 ? `All ${findings.length} hold.` : `${failed} of ${findings.length} do not hold.`);
  return failed === 0;
}
