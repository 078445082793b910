import type { Relation, Sidecar, Tag } from './model.ts';
import { relationLine, serialiseSidecar, sortTags, tagLine } from './serialise.ts';

/** The line of a tag or relation that stands on a line of its own. */
interface Item {
  readonly line: string;
  /** Where in the line its content begins, and where it ends. */
  readonly from: number;
  readonly to: number;
  /** Whether the comma towards the item before it, or behind it, stands on this line. */
  readonly before: boolean;
  readonly behind: boolean;
}

/** One item of a list to be written, and the line it had. */
interface Entry {
  readonly content: string;
  readonly old: Item | undefined;
}

/**
 * The source that says what the sidecar says and keeps every line of `before`
 * that it can: JSON wants a comma between two items, and it stays on the side
 * of the line where it stands. So one more tag is one more line in a diff,
 * wherever it comes and whoever wrote the others.
 * @param was the value that `before` was read as: of its tags those that are
 *   the same objects in `sidecar` are not even written anew
 */
export function rewriteSidecar(before: string, sidecar: Sidecar, was?: Sidecar | null): string {
  if (before.trim() === '') return serialiseSidecar(sidecar);
  const items = itemsOf(before);
  const lines = was ? linesOf(was, items) : null;
  const known = lines ?? new Map(items.map((item) => [contentOf(item), item]));
  const entryOf =
    <T extends Tag | Relation>(write: (item: T) => string) =>
    (item: T): Entry => {
      const own = lines?.get(item);
      const content = own ? contentOf(own) : write(item);
      return { content, old: own ?? known.get(content) };
    };
  const trailing = items.some(({ behind }) => behind);
  const source = serialiseSidecar({ ...sidecar, tags: [], relations: [] });
  const tags = written(sortTags(sidecar.tags).map(entryOf(tagLine)), trailing);
  const relations = written(sidecar.relations.map(entryOf(relationLine)), trailing);
  return source
    .replace('\n  "tags": [\n', (head) => `${head}${tags.map((line) => `${line}\n`).join('')}`)
    .replace('\n  "relations": []', (empty) =>
      relations.length === 0 ? empty : `${empty.slice(0, -1)}\n${relations.join('\n')}\n  ]`,
    );
}

function itemsOf(source: string): Item[] {
  const items: Item[] = [];
  for (const line of source.split('\n')) {
    const item = readItem(line);
    if (item) items.push(item);
  }
  return items;
}

function readItem(line: string): Item | null {
  let from = 0;
  let before = false;
  for (let unit = line[from]; unit === ' ' || unit === '\t' || unit === ','; unit = line[++from]) {
    before ||= unit === ',';
  }
  const behind = line.endsWith(',');
  const to = behind ? line.length - 1 : line.length;
  return line[from] === '{' && line[to - 1] === '}' ? { line, from, to, before, behind } : null;
}

function contentOf({ line, from, to }: Item): string {
  return line.slice(from, to);
}

/** The line of every tag and relation; null unless each has one of its own, in their order. */
function linesOf({ tags, relations }: Sidecar, items: readonly Item[]): Map<unknown, Item> | null {
  if (items.length !== tags.length + relations.length) return null;
  const lines = new Map<unknown, Item>();
  for (const [i, item] of [...tags, ...relations].entries()) {
    const { line, from } = items[i];
    if (!line.startsWith(`{"id": ${JSON.stringify(item.id)},`, from)) return null;
    lines.set(item, items[i]);
  }
  return lines;
}

/** The lines of a list, each in the form it had where that still fits between its neighbours. */
function written(entries: readonly Entry[], trailing: boolean): string[] {
  let open = false;
  return entries.map(({ content, old }, at) => {
    const next = entries[at + 1];
    const before: boolean = at > 0 && !open;
    const behind: boolean =
      next !== undefined &&
      (old && old.before === before ? old.behind : next.old ? !next.old.before : trailing);
    open = behind;
    if (old && old.before === before && old.behind === behind) return old.line;
    return `${before ? '  , ' : '    '}${content}${behind ? ',' : ''}`;
  });
}
