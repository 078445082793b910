import type { AttributeValue } from '../../tags/model.ts';
import { isRecord } from '../../tags/read.ts';
import { ANNOTATION, INITIAL_VIEW, SOFA } from './types.ts';

type Raw = Readonly<Record<string, unknown>>;

/** One feature structure. */
export interface Structure {
  readonly id: number;
  readonly type: string;
  /** Features that are texts, numbers or truth values, `begin` and `end` left out. */
  readonly values: ReadonlyMap<string, AttributeValue>;
  /** Features that refer to other structures, by their ids; the sofa left out. */
  readonly references: ReadonlyMap<string, number>;
  /** Where it lies in the text of the view that is read; absent for what lies nowhere there. */
  readonly span?: { readonly begin: number; readonly end: number };
  /** Of an array, what it holds. */
  readonly elements?: readonly unknown[];
}

/** A CAS as its JSON has it: one text and everything about it. */
export interface Cas {
  readonly text: string;
  /** Everything but the text's own sofa, by id, in the file's order. */
  readonly structures: ReadonlyMap<number, Structure>;
  /** Ids of the members of the view; null where the file names none, so that all are. */
  readonly members: ReadonlySet<number> | null;
  /** Whether a type is another one or a kind of it, as far as the file declares types. */
  readonly isA: (type: string, ancestor: string) => boolean;
}

const sections = ['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS'];

/**
 * Reads the JSON of a CAS.
 * @param report takes what is wrong with it, in a sentence
 * @returns null where it holds no text
 */
export function casOf(root: unknown, report: (message: string) => void): Cas | null {
  if (!isRecord(root) || !sections.some((section) => section in root)) {
    report('This is no UIMA CAS JSON: “%FEATURE_STRUCTURES” is missing.');
    return null;
  }
  const raws = rawStructures(root['%FEATURE_STRUCTURES'], report);
  const views = isRecord(root['%VIEWS']) ? root['%VIEWS'] : {};
  const sofa = sofaOf(raws, views);
  if (sofa === null) {
    report('This CAS has no text: no sofa has a “sofaString”.');
    return null;
  }
  const text = String(raws.get(sofa)?.sofaString);
  const entries = [...raws].filter(([id]) => id !== sofa);
  const structures = new Map(entries.map(([id, raw]) => [id, structureOf(id, raw, sofa)]));
  return { text, structures, members: membersOf(views, sofa), isA: kinship(root['%TYPES']) };
}

/** The structures as they are, by id: a list of them, or an object with the ids as keys. */
function rawStructures(value: unknown, report: (message: string) => void): Map<number, Raw> {
  const list: (readonly [id: unknown, raw: unknown])[] = Array.isArray(value)
    ? (value as unknown[]).map((raw) => [isRecord(raw) ? raw['%ID'] : null, raw])
    : isRecord(value)
      ? Object.entries(value).map(([id, raw]) => [Number(id), raw])
      : [];
  const raws = new Map<number, Raw>();
  list.forEach(([id, raw], i) => {
    if (
      typeof id !== 'number' ||
      !Number.isInteger(id) ||
      !isRecord(raw) ||
      typeof raw['%TYPE'] !== 'string'
    ) {
      report(`Feature structure ${i + 1} has no “%ID” or no “%TYPE”; it is left out.`);
    } else if (raws.has(id)) {
      report(`The feature structure ${id} stands there twice; the first one counts.`);
    } else raws.set(id, raw);
  });
  return raws;
}

/** The id of the sofa that is read: that of the initial view, or the first one with a text. */
function sofaOf(raws: ReadonlyMap<number, Raw>, views: Raw): number | null {
  const withText = [...raws].filter(
    ([, raw]) => raw['%TYPE'] === SOFA && typeof raw.sofaString === 'string',
  );
  const initial = views[INITIAL_VIEW];
  const wanted = isRecord(initial) ? initial['%SOFA'] : undefined;
  const sofa =
    withText.find(([id]) => id === wanted) ??
    withText.find(([, { sofaID }]) => sofaID === INITIAL_VIEW) ??
    withText[0];
  return sofa?.[0] ?? null;
}

function membersOf(views: Raw, sofa: number): Set<number> | null {
  const view = Object.values(views).find((one) => isRecord(one) && one['%SOFA'] === sofa);
  const members = isRecord(view) ? view['%MEMBERS'] : undefined;
  if (!Array.isArray(members)) return null;
  return new Set((members as unknown[]).filter((id) => typeof id === 'number'));
}

function structureOf(id: number, raw: Raw, sofa: number): Structure {
  const values = new Map<string, AttributeValue>();
  const references = new Map<string, number>();
  for (const [key, value] of Object.entries(raw)) {
    const name = /^[#^@]/.test(key) ? key.slice(1) : key;
    if (key.startsWith('%')) continue;
    if (key.startsWith('@')) {
      if (name !== 'sofa' && typeof value === 'number') references.set(name, value);
    } else if (['string', 'number', 'boolean'].includes(typeof value)) {
      values.set(name, value as AttributeValue);
    }
  }
  const [begin, end] = [values.get('begin'), values.get('end')];
  const lies =
    typeof begin === 'number' && typeof end === 'number' && (raw['@sofa'] ?? sofa) === sofa;
  if (lies) {
    values.delete('begin');
    values.delete('end');
  }
  const elements = raw['%ELEMENTS'];
  return {
    id,
    type: String(raw['%TYPE']),
    values,
    references,
    ...(lies && { span: { begin, end } }),
    ...(Array.isArray(elements) && { elements: elements as unknown[] }),
  };
}

/** Looks up the declared types; a circle of them ends the search. */
function kinship(types: unknown): Cas['isA'] {
  const parents = new Map<string, unknown>();
  for (const [name, type] of Object.entries(isRecord(types) ? types : {})) {
    if (isRecord(type)) parents.set(name, type['%SUPER_TYPE'] ?? ANNOTATION);
  }
  return (type, ancestor) => {
    const seen = new Set<unknown>();
    for (let at: unknown = type; typeof at === 'string' && !seen.has(at); at = parents.get(at)) {
      if (at === ancestor) return true;
      seen.add(at);
    }
    return false;
  };
}
