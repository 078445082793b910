import type { AttributeValue, Tag } from '../../tags/model.ts';
import { jsonLine } from '../../tags/serialise.ts';
import { CodePoints } from '../codePoints.ts';
import type { CorpusFacts, TaggedText, Written } from '../format.ts';
import { type Feature, Losses } from '../losses.ts';
import { pathStem } from '../paths.ts';
import { configOf, isTruth } from './config.ts';
import { documentKeys, ownPart, ownPredicates } from './names.ts';

/** One attribute of a tag, before it has an id. */
interface Row {
  readonly subj: string;
  readonly pred: string;
  readonly obj: AttributeValue;
}

type Lose = (what: Feature) => void;

/** Writes `a.json` for `a.txt`; offsets count code points. */
export function writePubAnnotation(texts: readonly TaggedText[], corpus: CorpusFacts): Written {
  const losses = new Losses();
  const files = texts.map((text) => ({
    path: `${pathStem(text.file)}.json`,
    content: sourceOf(text, corpus, (what) => losses.add(text.file, what)),
  }));
  return { files, losses: losses.list() };
}

function sourceOf({ text, sidecar }: TaggedText, corpus: CorpusFacts, lose: Lose): string {
  const points = new CodePoints(text);
  const denotations = sidecar.tags.map((tag) => ({
    id: tag.id,
    span: spanOf(tag, points, lose),
    obj: tag.label,
  }));
  const free = freeIds(sidecar.tags.map(({ id }) => id));
  const relations = sidecar.relations.map(({ id, label, from, to }) => ({
    id: free(id),
    pred: label,
    subj: from,
    obj: to,
  }));
  const rows = sidecar.tags.flatMap((tag) => rowsOf(tag, lose));
  const used = new Map<string, Set<AttributeValue>>();
  for (const { pred, obj } of rows) used.set(pred, (used.get(pred) ?? new Set()).add(obj));
  const words = new Set([...used].flatMap(([pred, values]) => (isTruth(values) ? [pred] : [])));
  const attributes = rows.map(({ subj, pred, obj }, i) => ({
    id: free(`A${i + 1}`),
    subj,
    pred,
    obj: words.has(pred) ? String(obj) : obj,
  }));
  const { known, own } = documentOf(sidecar.document);
  const config = configOf(corpus, used);
  return document([
    ...known,
    ['text', jsonLine(text)],
    ['denotations', list(denotations)],
    ['relations', list(relations)],
    ['attributes', list(attributes)],
    ['config', members(Object.entries(config).map(([key, items]) => [key, list(items, 6)]))],
    ['glossator', jsonLine(own)],
  ]);
}

/** The span, or the spans of a tag in pieces. A piece without text, which PubAnnotation refuses, closes the gap. */
function spanOf({ start, end, fragments = [] }: Tag, points: CodePoints, lose: Lose): unknown {
  const span = (from: number, to: number) => ({
    begin: points.fromUnits(from),
    end: points.fromUnits(to),
  });
  if (fragments.length < 2) return span(start, end);
  if (fragments.every(([from, to]) => from < to)) return fragments.map(([a, b]) => span(a, b));
  lose('fragments');
  return span(start, end);
}

/** A tag's attributes, then what else it has as attributes; PubAnnotation makes true of a value that is blank. */
function rowsOf(tag: Tag, lose: Lose): Row[] {
  const rows: Row[] = [];
  const add = (pred: string, obj: AttributeValue, what: Feature) => {
    if (typeof obj === 'string' && obj.trim() === '') lose(what);
    else rows.push({ subj: tag.id, pred, obj });
  };
  for (const [pred, value] of Object.entries(tag.attributes ?? {})) {
    if (ownPart(pred) !== null || pred.trim() === '') lose('attributes');
    else add(pred, value, 'attributes');
  }
  for (const [pred, part] of Object.entries(ownPredicates)) {
    const value = tag[part];
    if (value !== undefined) add(pred, value, part);
  }
  return rows;
}

/** What of a document's attributes PubAnnotation has keys for, and an object of ours for the rest. */
function documentOf({ labels, attributes }: TaggedText['sidecar']['document']) {
  const isKnown = ([key, value]: [string, AttributeValue]) =>
    documentKeys.includes(key) && typeof value !== 'boolean';
  const entries = Object.entries(attributes);
  const others = entries.filter((entry) => !isKnown(entry));
  return {
    known: entries.filter(isKnown).map(([key, value]): [string, string] => [key, jsonLine(value)]),
    own: {
      offsets: 'code points',
      ...(labels.length > 0 && { labels }),
      ...(others.length > 0 && { attributes: Object.fromEntries(others) }),
    },
  };
}

/** Gives each id once: the one wanted, or the first free one of `A1-2`, `A1-3` … */
function freeIds(ids: readonly string[]): (wanted: string) => string {
  const taken = new Set(ids);
  return (wanted) => {
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    return id;
  };
}

function document(entries: readonly (readonly [string, string])[]): string {
  return `${members(
    entries.filter(([key, json]) => key === 'denotations' || (json !== '[]' && json !== '{}')),
    2,
  )}\n`;
}

function members(entries: readonly (readonly [string, string])[], indent = 4): string {
  if (entries.length === 0) return '{}';
  const pad = ' '.repeat(indent);
  const lines = entries.map(([key, json]) => `${pad}${JSON.stringify(key)}: ${json}`);
  return `{\n${lines.join(',\n')}\n${pad.slice(2)}}`;
}

/** A JSON list, an item a line. */
function list(items: readonly unknown[], indent = 4): string {
  if (items.length === 0) return '[]';
  const pad = ' '.repeat(indent);
  return `[\n${items.map((item) => pad + jsonLine(item)).join(',\n')}\n${pad.slice(2)}]`;
}
