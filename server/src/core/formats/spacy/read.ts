import { isRecord } from '../../tags/read.ts';
import { Labels } from '../columns/labels.ts';
import type { FileProblem, FormatFile, Read, ReadTag } from '../format.ts';
import { type JsonRecord, jsonRecords, recordProblem } from '../jsonLines.ts';
import { LinkedEntities } from '../linked.ts';
import { type Feature, Losses } from '../losses.ts';
import { unitsIn } from '../offsetCounts.ts';
import { type RecordText, textsOfRecords } from '../recordTexts.ts';
import {
  attributesOf,
  fileKeyOf,
  idOf,
  listOf,
  type Raw,
  textIn,
  timeOf,
} from '../recordValues.ts';
import { readRelations } from './relations.ts';
import { readSpans, type SpanContext, withOwnRefs } from './spans.ts';
import { isTrainingDocument, trainingTexts } from './training.ts';

/** Keys of a record that say something of tags or nothing of the text: what Prodigy keeps for itself is not counted. */
const recordKeys = new Set([
  'text',
  'tokens',
  'spans',
  'entities',
  'ents',
  'relations',
  'rejected',
  'cats',
  'label',
  'options',
  'accept',
  'answer',
  'meta',
  'sents',
  'config',
  'version',
  'style',
  'priority',
  'versions',
  'view_id',
  '_input_hash',
  '_task_hash',
  '_is_binary',
  '_view_id',
  '_session_id',
  '_annotator_id',
  '_timestamp',
]);

/** Reads JSON lines of Prodigy and spaCy, and what spaCy 2 was trained with; offsets count code points. */
export function readSpacy(files: readonly FormatFile[]): Read {
  const problems: FileProblem[] = [];
  const reader = new Reader(problems);
  const texts = files.flatMap((file) => {
    const { records, problems: unread } = jsonRecords(file);
    problems.push(...unread);
    return records.flatMap((record) => reader.textsIn(file.path, record));
  });
  const losses = new Losses();
  const read = textsOfRecords(texts, losses);
  return {
    texts: read,
    tagset: { labels: reader.labels.list(), relations: reader.relations.list() },
    entities: reader.entities.list(),
    problems,
    losses: losses.list(),
  };
}

class Reader {
  readonly labels = new Labels();
  readonly relations = new Labels();
  readonly entities = new LinkedEntities();
  readonly #problems: FileProblem[];

  constructor(problems: FileProblem[]) {
    this.#problems = problems;
  }

  textsIn(path: string, record: JsonRecord): RecordText[] {
    const { value } = record;
    if (isTrainingDocument(value)) return trainingTexts(path, value, this.labels);
    const raw = Array.isArray(value) ? ofPair(value) : value;
    if (isRecord(raw) && typeof raw.text === 'string') {
      return [this.#textOf(path, record, raw, raw.text)];
    }
    this.#problems.push(recordProblem(path, record, 'There is no “text” here; it is left out.'));
    return [];
  }

  #textOf(path: string, record: JsonRecord, raw: Raw, text: string): RecordText {
    const lost: [Feature, number][] = [];
    const lose = (what: Feature, count = 1) => {
      if (count > 0) lost.push([what, count]);
    };
    const annotator = textIn(raw._annotator_id) ?? textIn(raw._session_id);
    const at = timeOf(raw._timestamp);
    const context: SpanContext = {
      text,
      unitOf: unitsIn(text, 'code points'),
      tokens: listOf(raw.tokens),
      shared: {
        ...(annotator !== undefined && { by: annotator }),
        ...(at !== undefined && { at }),
        ...statusBy(raw.answer),
      },
      labels: this.labels,
      entities: this.entities,
      report: (message) => this.#problems.push(recordProblem(path, record, message)),
      lose,
    };
    const rejected = isRecord(raw.rejected) ? raw.rejected : {};
    const out = readSpans(listOf(rejected.spans), {
      ...context,
      shared: { ...context.shared, status: 'rejected' },
    });
    const tags = withOwnRefs([...spansOf(raw, context), ...out]);
    const links = [...listOf(raw.relations), ...listOf(rejected.relations)];
    const meta = isRecord(raw.meta) ? raw.meta : {};
    const nameKey = fileKeyOf(meta);
    const name = nameKey === null ? null : String(meta[nameKey]);
    const hash = idOf(raw._input_hash);
    return {
      path,
      text,
      name,
      id: idOf(meta.id) ?? idOf(raw.id) ?? idOf(raw.doc_id),
      key: name ?? (hash === undefined ? null : `#${hash}`),
      annotator: annotator ?? '',
      tags,
      relations: readRelations(links, tags, this.relations, context),
      document: documentOf(raw, meta, nameKey, lose),
      losses: lost,
    };
  }
}

/** A pair as spaCy 2 is trained with: the text and an object with what is in it. */
function ofPair([text, said]: readonly unknown[]): unknown {
  return typeof text === 'string' && isRecord(said) ? { ...said, text } : null;
}

/** What an answer makes of the spans that it is about: those of an ignored task nobody has decided on. */
function statusBy(answer: unknown): Pick<ReadTag, 'status'> {
  if (answer === 'reject') return { status: 'rejected' };
  return answer === 'ignore' ? { status: 'suggested' } : {};
}

/** The spans of a record under all the names that they go by, those that are there twice once. */
function spansOf({ spans, entities, ents }: Raw, context: SpanContext): ReadTag[] {
  const named = readSpans(listOf(entities), context);
  const found = readSpans(listOf(ents), context);
  const groups = isRecord(spans) ? Object.entries(spans) : [];
  const grouped = groups.flatMap(([group, list]) =>
    readSpans(listOf(list), context, groups.length > 1 ? group : undefined),
  );
  const tags = [...readSpans(listOf(spans), context), ...grouped];
  const place = ({ start, end, label }: ReadTag) => `${start} ${end} ${label}`;
  for (const more of [named, found]) {
    const known = new Set(tags.map(place));
    tags.push(...more.filter((tag) => !known.has(place(tag))));
  }
  return tags;
}

/** What a record says of the text as a whole: its categories as labels, and all that is a plain value. */
function documentOf(
  raw: Raw,
  meta: Raw,
  nameKey: string | null,
  lose: (what: Feature, count?: number) => void,
): RecordText['document'] {
  const known = new Set(nameKey === null ? [] : [nameKey]);
  const said = [attributesOf(raw, recordKeys), attributesOf(meta, known)];
  lose('extra', said[0].others + said[1].others);
  const scored = Object.entries(isRecord(raw.cats) ? raw.cats : {});
  const isSure = (value: unknown) => value === true || value === 1;
  const scores = scored.filter(([, value]) => !isSure(value) && value !== false && value !== 0);
  const counted = attributesOf(Object.fromEntries(scores), new Set());
  lose('document', counted.others);
  const labels = [
    ...scored.flatMap(([label, value]) => (isSure(value) ? [label] : [])),
    ...[...listOf(raw.accept), raw.label].flatMap(
      (label) => String(idOf(label) ?? '').trim() || [],
    ),
  ];
  const decided = raw.answer === undefined || raw.answer === 'accept';
  if (!decided) lose('document', labels.length);
  return {
    labels: decided ? [...new Set(labels)] : [],
    attributes: { ...counted.attributes, ...said[0].attributes, ...said[1].attributes },
  };
}
