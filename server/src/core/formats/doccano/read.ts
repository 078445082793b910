import { isRecord } from '../../tags/read.ts';
import { Labels } from '../columns/labels.ts';
import type { FileProblem, FormatFile, Read, ReadRelation, ReadTag } from '../format.ts';
import { type JsonRecord, jsonRecords, recordProblem } from '../jsonLines.ts';
import { type Feature, Losses } from '../losses.ts';
import { likelyCount, type OffsetCount, unitsIn } from '../offsetCounts.ts';
import { pathStem } from '../paths.ts';
import { type RecordText, textsOfRecords } from '../recordTexts.ts';
import { attributesOf, fileKeyOf, idOf, listOf, type Raw, textIn } from '../recordValues.ts';
import { COUNT_KEY, doccanoCounts, recordKeys } from './keys.ts';

/** One span of a record, its offsets as they are counted there. */
interface RawSpan {
  readonly raw: Raw;
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

/** A record taken apart. */
interface Parts {
  readonly record: JsonRecord;
  readonly raw: Raw;
  readonly text: string;
  readonly spans: readonly RawSpan[];
  /** Labels of the text as a whole. */
  readonly labels: readonly string[];
  /** Keys that hold the text and the spans. */
  readonly keys: ReadonlySet<string>;
}

const spanKeys = new Set(['id', 'label', 'start_offset', 'end_offset', 'start', 'end', 'user']);

/** Reads JSON lines of doccano, of any version, one file an annotator where there are several. */
export function readDoccano(files: readonly FormatFile[]): Read {
  const problems: FileProblem[] = [];
  const names = { labels: new Labels(), relations: new Labels() };
  const texts = files.flatMap((file) => {
    const { records, problems: unread } = jsonRecords(file);
    problems.push(...unread);
    const parts = records.flatMap((record) => partsOf(file.path, record, problems));
    const unsaid = parts.filter(({ raw }) => countSaid(raw) === null);
    const likely = likelyCount(unsaid, doccanoCounts);
    return parts.map((part) =>
      textOf(file.path, part, countSaid(part.raw) ?? likely, names, problems),
    );
  });
  const losses = new Losses();
  const read = textsOfRecords(texts, losses);
  return {
    texts: read,
    tagset: { labels: names.labels.list(), relations: names.relations.list() },
    problems,
    losses: losses.list(),
  };
}

function countSaid(raw: Raw): OffsetCount | null {
  return doccanoCounts.find((count) => count === raw[COUNT_KEY]) ?? null;
}

function partsOf(path: string, record: JsonRecord, problems: FileProblem[]): Parts[] {
  const report = (message: string) => problems.push(recordProblem(path, record, message));
  const { value: raw } = record;
  const textKey = isRecord(raw) ? textKeyOf(raw) : null;
  if (!isRecord(raw) || textKey === null) {
    report('There is no “text” here; it is left out.');
    return [];
  }
  const spanLists = spanKeysOf(raw);
  const labels: string[] = [];
  const spans = spanLists.flatMap((key) => {
    const value = raw[key] ?? [];
    return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((item, i): RawSpan[] => {
      const label = idOf(item);
      if (label !== undefined) {
        if (String(label).trim() !== '') labels.push(String(label));
        return [];
      }
      const span = spanOf(item);
      if (span === null)
        report(
          `Item ${i + 1} of “${key}” needs two offsets, whole numbers, and a label; it is left out.`,
        );
      return span === null ? [] : [span];
    });
  });
  const keys = new Set([textKey, ...spanLists]);
  return [{ record, raw, text: String(raw[textKey]), spans, labels: [...new Set(labels)], keys }];
}

/** The key of the text: doccano lets people choose it. */
function textKeyOf(raw: Raw): string | null {
  const known = ['text', 'data'].find((key) => typeof raw[key] === 'string');
  if (known !== undefined) return known;
  const name = fileKeyOf(raw);
  const texts = Object.keys(raw).filter((key) => typeof raw[key] === 'string' && key !== name);
  return texts.length === 1 && raw.text === undefined && raw.data === undefined ? texts[0] : null;
}

/** The keys of the labels: doccano lets people choose these, too. */
function spanKeysOf(raw: Raw): string[] {
  const known = ['entities', 'label', 'labels', 'annotations', 'cats'];
  const isTuples = (value: unknown) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => Array.isArray(item) && spanOf(item));
  return Object.keys(raw).filter((key) => known.includes(key) || isTuples(raw[key]));
}

/** A span as `[start, end, label]` or as an object. */
function spanOf(item: unknown): RawSpan | null {
  const raw = Array.isArray(item) ? { start: item[0], end: item[1], label: item[2] } : item;
  if (!isRecord(raw)) return null;
  const start = raw.start_offset ?? raw.start;
  const end = raw.end_offset ?? raw.end;
  const title = String(idOf(raw.label) ?? '').trim();
  if (typeof start !== 'number' || typeof end !== 'number' || title === '') return null;
  return Number.isInteger(start) && Number.isInteger(end) ? { raw, start, end, title } : null;
}

function textOf(
  path: string,
  { record, raw, text, spans, labels, keys }: Parts,
  count: OffsetCount,
  names: { readonly labels: Labels; readonly relations: Labels },
  problems: FileProblem[],
): RecordText {
  const lost: [Feature, number][] = [];
  const tags = tagsOf(spans, unitsIn(text, count), names.labels, lost);
  const relations = listOf(raw.relations).flatMap((item): ReadRelation[] => {
    const relation = relationOf(item, names.relations);
    const message = 'A relation needs “from_id”, “to_id” and “type”; it is left out.';
    if (relation === null) problems.push(recordProblem(path, record, message));
    return relation === null ? [] : [relation];
  });
  const nameKey = fileKeyOf(raw);
  const name = nameKey === null ? null : String(raw[nameKey]);
  const about = attributesOf(raw, new Set([...recordKeys, ...keys, ...(nameKey ? [nameKey] : [])]));
  const meta = attributesOf(isRecord(raw.meta) ? raw.meta : {}, new Set());
  const comments = [...listOf(raw.Comments), ...listOf(raw.comments)].length;
  lost.push(['extra', about.others + meta.others], ['note', comments]);
  const id = idOf(raw.id);
  return {
    path,
    text,
    name,
    ...(id !== undefined && { id }),
    key: name ?? (id === undefined ? null : `#${id}`),
    annotator: pathStem(path).replace(/^.*\//, ''),
    tags,
    relations,
    document: { labels, attributes: { ...meta.attributes, ...about.attributes } },
    losses: lost.filter(([, count]) => count > 0),
  };
}

function tagsOf(
  spans: readonly RawSpan[],
  unitOf: (offset: number) => number,
  names: Labels,
  lost: [Feature, number][],
): ReadTag[] {
  const taken = new Set<string>();
  return spans.map(({ raw, start, end, title }, i): ReadTag => {
    const own = String(idOf(raw.id) ?? `#${i + 1}`);
    let ref = own;
    for (let n = 2; taken.has(ref); n++) ref = `${own}-${n}`;
    taken.add(ref);
    const { attributes, others } = attributesOf(raw, spanKeys);
    lost.push(['extra', others]);
    const by = idOf(raw.user);
    return {
      ref,
      label: names.named(title),
      start: unitOf(start),
      end: unitOf(end),
      ...(Object.keys(attributes).length > 0 && { attributes }),
      ...(by !== undefined && { by: String(by) }),
    };
  });
}

function relationOf(item: unknown, names: Labels): ReadRelation | null {
  if (!isRecord(item)) return null;
  const [from, to, type] = [idOf(item.from_id), idOf(item.to_id), textIn(item.type)];
  if (from === undefined || to === undefined || type === undefined) return null;
  return { label: names.named(type.trim()), from: String(from), to: String(to) };
}
