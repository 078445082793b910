import type { AttributeValue, Tag } from '../../tags/model.ts';
import { isRecord } from '../../tags/read.ts';
import type { JsonRecord } from '../jsonLines.ts';
import type { Feature } from '../losses.ts';
import {
  attributesOf,
  fileKeyOf,
  idOf,
  listOf,
  type Raw,
  textIn,
  timeOf,
} from '../recordValues.ts';
import { OWN_KEY } from './keys.ts';
import { regionSpan } from './places.ts';
import { textOfHtml } from './readConfig.ts';
import { isLabelling } from './results.ts';

/** The results of one annotation or prediction. */
export interface ResultSet {
  /** Empty for what belongs to the text's own tags. */
  readonly annotator: string;
  readonly shared: Pick<Tag, 'by' | 'at' | 'status'>;
  readonly results: readonly unknown[];
}

/** A task taken apart. */
export interface Task {
  readonly record: JsonRecord;
  readonly text: string;
  readonly name: string | null;
  readonly id: string | number | undefined;
  /** What tasks about one text in one export share, or null. */
  readonly key: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly labels: readonly string[];
  /** The text's own ones first. */
  readonly sets: readonly ResultSet[];
  readonly losses: readonly (readonly [Feature, number])[];
}

/** Keys of a line of the short export (JSON-MIN) that are not about the text. */
const shortKeys = new Set([
  'id',
  'annotator',
  'annotation_id',
  'created_at',
  'updated_at',
  'lead_time',
]);

/** Whether an object is a task, full, short or only its text, and not some other program's file. */
function isTask(raw: Raw): boolean {
  if (isRecord(raw.data) || typeof raw.text === 'string') return true;
  return Object.entries(raw).some(([key, value]) => shortKeys.has(key) || isSpans(value));
}

/**
 * Takes a task apart, of the full export or the short one (JSON-MIN).
 * @param objects data keys by the names of what is labelled
 * @returns the task, or why there is none
 */
export function taskOf(record: JsonRecord, objects: ReadonlyMap<string, string>): Task | string {
  const { value: raw } = record;
  if (!isRecord(raw) || !isTask(raw)) return 'This is no task; it is left out.';
  const sets = isRecord(raw.data) ? setsOf(raw) : shortSets(raw);
  const data = isRecord(raw.data) ? raw.data : raw;
  const items = sets.flatMap(({ results }) => results.filter(isRecord));
  const key = textKeyOf(data, items, objects);
  const text = key === null ? null : contentOf(String(data[key]), items);
  if (key === null || text === null) return 'This task has no text; it is left out.';
  if (isElsewhere(text, items))
    return `The text of this task is not here but at ${text}; it is left out.`;
  const nameKey = fileKeyOf(data);
  const upload = textIn(raw.file_upload)?.replace(/^[0-9a-f]{8}-/, '');
  const name =
    nameKey === null ? (upload?.endsWith('.txt') ? upload : null) : String(data[nameKey]);
  const isShort = data === raw;
  const spanned = isShort
    ? Object.keys(raw).filter((one) => isSpans(raw[one]) || isChoices(raw[one]))
    : [];
  const known = new Set([
    key,
    ...(nameKey ? [nameKey] : []),
    ...spanned,
    ...(isShort ? shortKeys : []),
  ]);
  const about = attributesOf(data, known);
  const meta = attributesOf(isRecord(raw.meta) && !isShort ? raw.meta : {}, new Set([OWN_KEY]));
  return {
    record,
    text,
    name,
    id: idOf(raw.id),
    key: isShort && raw.id !== undefined ? `#${String(idOf(raw.id))}` : null,
    attributes: { ...meta.attributes, ...about.attributes },
    labels: spanned.flatMap((one) => {
      const value = raw[one];
      return isRecord(value) ? listOf(value.choices).map(String) : [];
    }),
    sets,
    losses: [
      ['extra', about.others + meta.others],
      ['other', isShort ? 0 : unsaved(raw)],
    ],
  };
}

/** The annotations, the one that is the ground truth or else the first as the text's own, then predictions and what is ours. */
function setsOf(raw: Raw): ResultSet[] {
  const all = listOf(raw.annotations ?? raw.completions).filter(isRecord);
  const done = all.filter((one) => !isCancelled(one));
  const first = done.find((one) => one.ground_truth === true) ?? done[0];
  const taken = new Set(['']);
  const annotations = [...(first ? [first] : []), ...done.filter((one) => one !== first)].map(
    (one): ResultSet => {
      const by = personOf(one.completed_by);
      const at = timeOf(one.updated_at) ?? timeOf(one.created_at);
      const stem = by === undefined || /^\d+$/.test(by) ? `annotator-${by ?? taken.size}` : by;
      let annotator = one === first ? '' : stem;
      for (let n = 2; one !== first && taken.has(annotator); n++) annotator = `${stem}-${n}`;
      taken.add(annotator);
      const shared = { ...(by !== undefined && { by }), ...(at !== undefined && { at }) };
      return { annotator, shared, results: listOf(one.result) };
    },
  );
  const decided = new Set(
    annotations.flatMap(({ results }) => results.filter(isRecord).map(({ id }) => idOf(id))),
  );
  const predictions = listOf(raw.predictions)
    .filter(isRecord)
    .map((one): ResultSet => {
      const by = textIn(one.model_version);
      const at = timeOf(one.created_at);
      return {
        annotator: '',
        shared: { ...(by && { by }), ...(at && { at }), status: 'suggested' },
        results: undecided(listOf(one.result), decided),
      };
    });
  const own = isRecord(raw.meta) && isRecord(raw.meta[OWN_KEY]) ? raw.meta[OWN_KEY] : {};
  const kept = listOf(own.result);
  const rejected: ResultSet = { annotator: '', shared: { status: 'rejected' }, results: kept };
  return [...annotations, ...predictions, ...(kept.length > 0 ? [rejected] : [])];
}

/** The results of a prediction that no annotation has taken over: those keep their ids. */
function undecided(
  results: readonly unknown[],
  decided: ReadonlySet<string | number | undefined>,
): unknown[] {
  const isDecided = (id: unknown) => idOf(id) !== undefined && decided.has(idOf(id));
  return results.filter(
    (item) =>
      isRecord(item) &&
      (item.type === 'relation'
        ? !(isDecided(item.from_id) && isDecided(item.to_id))
        : !isDecided(item.id)),
  );
}

/** A line of the short export: each key with spans is a control. */
function shortSets(raw: Raw): ResultSet[] {
  const by = personOf(raw.annotator);
  const at = timeOf(raw.updated_at) ?? timeOf(raw.created_at);
  const results = Object.entries(raw).flatMap(([from_name, value]) =>
    isSpans(value)
      ? listOf(value).map((item, i) => ({
          id: `${from_name}#${i + 1}`,
          from_name,
          type: 'labels',
          value: item,
        }))
      : [],
  );
  return [
    {
      annotator: by ?? '',
      shared: { ...(by !== undefined && { by }), ...(at !== undefined && { at }) },
      results,
    },
  ];
}

function isSpans(value: unknown): boolean {
  return (
    listOf(value).length > 0 && listOf(value).every((item) => isRecord(item) && hasLabels(item))
  );
}

function hasLabels(item: Raw): boolean {
  return Object.keys(item).some((key) => /labels$/i.test(key));
}

function isChoices(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value.choices);
}

function isCancelled(one: Raw): boolean {
  return one.was_cancelled === true || one.skipped === true;
}

/** Regions of annotations that were cancelled and of drafts. */
function unsaved(raw: Raw): number {
  const cancelled = listOf(raw.annotations ?? raw.completions)
    .filter(isRecord)
    .filter(isCancelled);
  return [...cancelled, ...listOf(raw.drafts).filter(isRecord)].reduce(
    (sum, { result }) =>
      sum + listOf(result).filter((item) => isRecord(item) && isLabelling(item)).length,
    0,
  );
}

/** Who did it: a number, an address, or an object with that. */
function personOf(value: unknown): string | undefined {
  if (!isRecord(value)) return value === '' ? undefined : idOf(value)?.toString();
  const name = [value.first_name, value.last_name].filter(textIn).join(' ');
  return textIn(value.email) ?? textIn(name) ?? idOf(value.id)?.toString();
}

/** The data key of the text: as the configuration says, or `text`, or that of the only value or the longest one. */
function textKeyOf(
  data: Raw,
  items: readonly Raw[],
  objects: ReadonlyMap<string, string>,
): string | null {
  const isText = (key: string | undefined) => key !== undefined && typeof data[key] === 'string';
  const said = items.map(({ to_name }) => objects.get(String(to_name))).find(isText);
  if (said !== undefined) return said;
  if (isText('text')) return 'text';
  const skipped = new Set([fileKeyOf(data), 'created_at', 'updated_at']);
  const texts = Object.keys(data).filter((key) => isText(key) && !skipped.has(key));
  const [longest] = texts.sort((a, b) => String(data[b]).length - String(data[a]).length);
  if (longest === undefined) return null;
  const isAlone = texts.length === 1 && !address.test(String(data[longest]));
  return isAlone || items.some((item) => regionSpan(item.value) !== null) ? longest : null;
}

/** The text that the offsets count in: of a page what it shows. */
function contentOf(value: string, items: readonly Raw[]): string {
  const isPage = items.some(({ type }) => type === 'hypertextlabels') && /<[a-z!/]/i.test(value);
  return isPage ? textOfHtml(value) : value;
}

/** A URL, or a path of Label Studio's own store. */
const address = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/data\/)\S+$/i;

function isElsewhere(text: string, items: readonly Raw[]): boolean {
  const spans = items.flatMap(({ value }) => regionSpan(value) ?? []);
  return address.test(text) && (spans.length === 0 || spans.some(({ end }) => end > text.length));
}
