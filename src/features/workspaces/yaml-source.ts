import { type Document, isNode, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { FileProblem } from './file-problem.ts';

/** A YAML text as plain values, with the lines they came from. */
export interface YamlSource {
  value: unknown;
  /** The line of a value, or of what stands around it where it is missing. */
  lineOf(at: readonly PropertyKey[]): number | null;
  problems: FileProblem[];
}

export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const problems: FileProblem[] = document.errors.map((error) => ({
    at: [],
    line: lineAt(error.pos[0]),
    message: inWords(error, text),
  }));
  const value = problems.length === 0 ? plainValue(document, problems) : undefined;
  return {
    value,
    lineOf(at) {
      for (let depth = at.length; depth > 0; depth -= 1) {
        const node = document.getIn(at.slice(0, depth), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return null;
    },
    problems,
  };
}

function plainValue(document: Document, problems: FileProblem[]): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // Aliases of aliases that would unfold into millions of values.
    const reason = error instanceof Error ? error.message : String(error);
    problems.push({ at: [], line: null, message: `this is not YAML that can be read: ${reason}` });
    return undefined;
  }
}

function inWords(error: YAMLError, text: string): string {
  if (error.code === 'MULTIPLE_DOCS')
    return 'a second document begins here; the workspace file is one, so take out the line ---';
  if (error.code !== 'DUPLICATE_KEY') return `this is not YAML: ${error.message}`;
  const key = /^[^:\s]+/.exec(text.slice(error.pos[0]))?.[0] ?? '';
  return `"${key}" stands here a second time; a key may be used once`;
}
