import type { Span } from '../span.ts';
import type { AttributeValue } from '../tags/model.ts';
import type { Fix, TextReplacement } from './finding.ts';

/** The commands that rules offer, with their arguments as `protocol.ts` has them. */
interface Commands {
  'glossator.tag': { label: string; entity?: string; layer?: string; exact: true };
  'glossator.untag': { id: string };
  'glossator.relabel': { id: string; label: string };
  'glossator.unrelate': { id: string };
  'glossator.link': { id: string; entity: string };
  'glossator.tagAll': { id: string };
  'glossator.accept': { id: string } | { ids: string[] };
  'glossator.replace': { id: string };
  'glossator.attribute': { id: string; name: string; value: AttributeValue | null };
  'glossator.createEntity': { id: string; entityId: string };
}

/** A fix that runs a command; `at` is its range. */
export function command<C extends keyof Commands>(
  title: string,
  name: C,
  argument: Commands[C],
  at?: Span,
): Fix {
  const fix = { title, kind: 'command', command: name, argument: { ...argument } } as const;
  return at === undefined ? fix : { ...fix, at: { start: at.start, end: at.end } };
}

/** A fix that changes the text. */
export function rewrite(title: string, edits: readonly TextReplacement[]): Fix {
  return { title, kind: 'replace', edits };
}

/** More places than this are left to the editor's own find and replace. */
const mostPlaces = 200;

/** A fix for the first of the places, and one for all of them where there are several. */
export function rewriteAll(title: string, edits: readonly TextReplacement[]): Fix[] {
  if (edits.length === 0) return [];
  const fixes = [rewrite(title, edits.slice(0, 1))];
  if (edits.length > 1 && edits.length <= mostPlaces)
    fixes.push(rewrite(`${title} in all ${edits.length} places`, edits));
  return fixes;
}
