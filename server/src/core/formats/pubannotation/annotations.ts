import type { AttributeValue, Tag } from '../../tags/model.ts';
import { isAttributes, isRecord } from '../../tags/read.ts';
import type { Labels } from '../columns/labels.ts';
import type { ReadRelation, ReadTag, ReadText } from '../format.ts';
import type { Feature } from '../losses.ts';
import {
  CHAINED,
  type Denotation,
  readDenotation,
  refOf,
  unchained,
  unitsOf,
} from './denotations.ts';
import { ownPart } from './names.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What annotations are read with. */
interface Circumstances {
  readonly text: string;
  /** Predicates whose values `true` and `false` are words. */
  readonly truths: ReadonlySet<string>;
  /** Whether the file says that its offsets count code points. */
  readonly inCodePoints: boolean;
  readonly names: Labels;
  readonly relationNames: Labels;
  readonly report: (message: string) => void;
  readonly lose: (what: Feature, count: number) => void;
}

/** What attributes say of one tag. */
interface Said {
  readonly attributes: Map<string, AttributeValue>;
  readonly parts: { -readonly [K in 'entity' | 'note' | 'by' | 'at' | 'status']?: Tag[K] };
}

/** The annotations of a document, or of one of its tracks. */
export function readAnnotations(
  set: Raw,
  circumstances: Circumstances,
): Pick<ReadText, 'tags' | 'relations'> {
  const { text, names, report, lose, inCodePoints } = circumstances;
  const list = (key: string): unknown[] => {
    const value = set[key] ?? [];
    if (Array.isArray(value)) return value;
    report(`“${key}” is no list; it is left out.`);
    return [];
  };
  const found = list('denotations').flatMap((raw, i): Denotation[] => {
    const denotation = readDenotation(raw, i);
    if (typeof denotation !== 'string') {
      if (isRecord(raw)) lose('extra', extraKeys(raw, denotationKeys));
      return [denotation];
    }
    report(`The denotation “${refOf(isRecord(raw) && raw.id, i)}” ${denotation}; it is left out.`);
    return [];
  });
  const links = list('relations').filter(isRecord);
  const chains = links.flatMap(({ pred, subj, obj }): [string, string][] =>
    pred === CHAINED ? [[String(subj), String(obj)]] : [],
  );
  const { denotations, nameOf } = unchained(found, chains);
  const said = new Map(
    denotations.map(({ ref }): [string, Said] => [ref, { attributes: new Map(), parts: {} }]),
  );
  const blocks = list('blocks');
  lose('other', blocks.length + list('typesettings').length);
  const others = new Set([...blocks.filter(isRecord), ...links].map(({ id }) => String(id)));
  for (const ref of said.keys()) others.delete(ref);
  const statements = [
    ...list('attributes'),
    ...list('modifications').map((raw) =>
      isRecord(raw) ? { id: raw.id, subj: raw.obj, pred: raw.pred, obj: true } : raw,
    ),
  ];
  for (const raw of statements) {
    readAttribute(raw, circumstances, (ref) => said.get(nameOf(ref)), others);
  }
  const relations = list('relations').flatMap((raw, i) =>
    isRecord(raw) && raw.pred === CHAINED
      ? []
      : readRelation(raw, i, circumstances, nameOf, others),
  );
  const unitOf = unitsOf(text, found, inCodePoints);
  const tags = denotations.map((denotation) =>
    tagOf(denotation, unitOf, names, said.get(denotation.ref)),
  );
  return { tags, relations };
}

const denotationKeys = new Set(['id', 'span', 'begin', 'end', 'obj']);

function extraKeys(raw: Raw, known: ReadonlySet<string>): number {
  return Object.keys(raw).filter((key) => !known.has(key)).length;
}

function tagOf(
  { ref, obj, pieces }: Denotation,
  unitOf: (offset: number) => number,
  names: Labels,
  said: Said | undefined,
): ReadTag {
  const fragments = pieces.map(([begin, end]): [number, number] => [unitOf(begin), unitOf(end)]);
  const attributes = Object.fromEntries(said?.attributes ?? []);
  return {
    ref,
    label: names.named(obj),
    start: fragments[0][0],
    end: fragments[fragments.length - 1][1],
    ...(fragments.length > 1 && { fragments }),
    ...said?.parts,
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}

/** Takes an attribute to its tag; a tag has each attribute once. */
function readAttribute(
  raw: unknown,
  { truths, report, lose }: Circumstances,
  saidOf: (ref: string) => Said | undefined,
  others: ReadonlySet<string>,
): void {
  if (!isRecord(raw) || typeof raw.pred !== 'string' || raw.pred === '' || raw.subj === undefined) {
    report('An attribute needs “subj” and “pred”; it is left out.');
    return;
  }
  const { pred } = raw;
  const subj = String(raw.subj);
  const said = saidOf(subj);
  if (!said && others.has(subj)) {
    lose('attributes', 1);
    return;
  }
  if (!said) {
    report(`The attribute “${pred}” is of “${subj}”, which is not there; it is left out.`);
    return;
  }
  // An attribute without a value is there or not: a flag.
  const given = raw.obj ?? true;
  const value =
    truths.has(pred) && (given === 'true' || given === 'false') ? given === 'true' : given;
  if (takePart(said, pred, value)) return;
  const one: unknown = { [pred]: value };
  if (said.attributes.has(pred) || !isAttributes(one)) lose('attributes', 1);
  else said.attributes.set(pred, one[pred]);
}

/** Whether the attribute is one of ours, for a part of the tag that has none yet. */
function takePart({ parts }: Said, pred: string, value: unknown): boolean {
  const part = ownPart(pred);
  if (part === null || typeof value !== 'string' || parts[part] !== undefined) return false;
  if (part !== 'status') parts[part] = value;
  else if (value === 'suggested' || value === 'accepted' || value === 'rejected')
    parts.status = value;
  else return false;
  return true;
}

function readRelation(
  raw: unknown,
  at: number,
  { relationNames, report, lose }: Circumstances,
  nameOf: (ref: string) => string,
  others: ReadonlySet<string>,
): ReadRelation[] {
  const sound = isRecord(raw) && typeof raw.pred === 'string' && raw.pred.trim() !== '';
  if (!sound || raw.subj === undefined || raw.obj === undefined) {
    const ref = refOf(isRecord(raw) && raw.id, at);
    report(`The relation “${ref}” needs “subj”, “pred” and “obj”; it is left out.`);
    return [];
  }
  const [from, to] = [nameOf(String(raw.subj)), nameOf(String(raw.obj))];
  if (others.has(from) || others.has(to)) {
    lose('relations', 1);
    return [];
  }
  const label = relationNames.named(String(raw.pred).trim());
  return [{ label, from, to, ...(typeof raw.id === 'string' && { id: raw.id }) }];
}
