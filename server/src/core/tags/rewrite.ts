import type { Sidecar } from './model.ts';
import { serialiseSidecar } from './serialise.ts';

/** The line of a tag or relation that stands on a line of its own. */
interface Item {
  readonly line: string;
  /** The line without its commas and indentation. */
  readonly content: string;
  /** Whether the comma towards the item before it, or behind it, stands on this line. */
  readonly before: boolean;
  readonly behind: boolean;
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
  const known = new Map<string, Item>();
  for (const line of before.split('\n')) {
    const item = readItem(line);
    if (item) known.set(item.content, item);
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

function readItem(line: string): Item | null {
  let from = 0;
  let before = false;
  for (let unit = line[from]; unit === ' ' || unit === '\t' || unit === ','; unit = line[++from]) {
    before ||= unit === ',';
  }
  const behind = line.endsWith(',');
  const to = behind ? line.length - 1 : line.length;
  if (line[from] !== '{' || line[to - 1] !== '}') return null;
  return { line, content: line.slice(from, to), before, behind };
}

function isItem(line: string): boolean {
  return line.startsWith('    {') || line.startsWith('  , {');
}

/** Puts the lines of one list into the form they had; `lines[from, to)` are the list's own. */
function keep(lines: string[], from: number, to: number, known: ReadonlyMap<string, Item>): void {
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
