import { isRecord } from '../../tags/read.ts';

type Raw = Readonly<Record<string, unknown>>;

/** The annotations that a JSON value holds: what is none beside them, and pages that lie elsewhere. */
export interface Contained {
  readonly annotations: readonly Raw[];
  /** Items that are no annotations. */
  readonly others: number;
  /** IRIs of pages of which only the address is there. */
  readonly elsewhere: readonly string[];
}

/** What holds annotations: a page, a collection's page, an answer of Hypothes.is, a graph. */
const holders = ['items', 'rows', 'annotations', '@graph', 'first', 'next'] as const;

/** Pages follow one another no deeper than this in one file. */
const DEEPEST = 32;

/**
 * The annotations of a single one, a list, a page or a collection; null where
 * the value has to do with none of these.
 */
export function annotationsIn(root: unknown, depth = 0): Contained | null {
  if (depth > DEEPEST) return null;
  if (Array.isArray(root)) {
    const list = root as unknown[];
    const found = list.map((item) => annotationsIn(item, depth + 1));
    if (list.length > 0 && found.every((one) => one === null)) return null;
    return joined(found.map((one) => one ?? { annotations: [], others: 1, elsewhere: [] }));
  }
  if (!isRecord(root)) return null;
  if (root.target !== undefined) return { annotations: [root], others: 0, elsewhere: [] };
  const held = holders.filter((key) => root[key] !== undefined && root[key] !== null);
  const page = String(root.type ?? root['@type']).includes('Annotation');
  if (held.length === 0) return page ? joined([]) : null;
  const found = held.map((key) => {
    const value = root[key];
    if (typeof value === 'string') return { annotations: [], others: 0, elsewhere: [value] };
    return annotationsIn(value, depth + 1);
  });
  if (!page && found.every((one) => one === null)) return null;
  return joined(found.filter((one) => one !== null));
}

function joined(parts: readonly Contained[]): Contained {
  return {
    annotations: parts.flatMap(({ annotations }) => annotations),
    others: parts.reduce((sum, { others }) => sum + others, 0),
    elsewhere: parts.flatMap(({ elsewhere }) => elsewhere),
  };
}
