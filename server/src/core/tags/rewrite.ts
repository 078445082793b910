import type { Sidecar } from './model.ts';
import { serialiseSidecar } from './serialise.ts';

/** A tag or relation on a line of its own: the comma before it, what it says, the comma behind it. */
const item = /^(\s*)(,?)\s*(\{.*\})(,?)$/;

/** Where the commas of one item's line stand. */
interface Commas {
  before: boolean;
  behind: boolean;
}

/**
 * The source that says what the sidecar says and keeps every line of `before`
 * that it can: JSON wants a comma between two items, and it stays on the side
 * of the line where it stands. So one more tag is one more line in a diff,
 * wherever it comes and whoever wrote the others.
 */
export function rewriteSidecar(before: string, sidecar: Sidecar): string {
  const source = serialiseSidecar(sidecar);
  if (before.trim() === '' || before === source) return source;
  const known = new Map<string, { line: string } & Commas>();
  for (const line of before.split('\n')) {
    const match = item.exec(line);
    if (match) known.set(match[3], { line, before: match[2] !== '', behind: match[4] !== '' });
  }
  const lines = source.split('\n');
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && isItem(lines[to])) to++;
    if (to > from) keep(lines, from, to, known);
    from = to;
  }
  return lines.join('\n');
}

function isItem(line: string): boolean {
  return line.startsWith('    {') || line.startsWith('  , {');
}

/** Puts the lines of one list into the form they had; `lines[from, to)` are the list's own. */
function keep(
  lines: string[],
  from: number,
  to: number,
  known: ReadonlyMap<string, { line: string } & Commas>,
): void {
  const trailing = [...known.values()].some(({ behind }) => behind);
  let open = false;
  for (let at = from; at < to; at++) {
    const content = lines[at].slice(4);
    const old = known.get(content);
    const next = at + 1 < to ? known.get(lines[at + 1].slice(4)) : undefined;
    const before: boolean = at > from && !open;
    const behind: boolean =
      at + 1 < to && (old && old.before === before ? old.behind : next ? !next.before : trailing);
    const same = old && old.before === before && old.behind === behind;
    lines[at] = same ? old.line : `${before ? '  , ' : '    '}${content}${behind ? ',' : ''}`;
    open = behind;
  }
}
