import type { ReadTag, ReadText } from './format.ts';
import type { Feature, Losses } from './losses.ts';
import { pathStem, safeTextPath, TextPaths } from './paths.ts';

/** What one record says of a text. */
export interface RecordText extends Omit<ReadText, 'file' | 'layer'> {
  /** The file that the record is in. */
  readonly path: string;
  /** What the record calls the text's file, or null. */
  readonly name: string | null;
  /** What else the record calls the text, such as a number. */
  readonly id?: string | number;
  /** Records with one key and one text are about one text; null: about one of its own. */
  readonly key: string | null;
  /** Whose tags these are; empty where the record does not say. */
  readonly annotator: string;
  readonly losses: readonly (readonly [Feature, number])[];
}

/** All that records say of one text, by annotator in the order in which they come. */
interface Document {
  readonly first: RecordText;
  readonly byAnnotator: Map<string, RecordText>;
}

/**
 * The texts of records. Records about one text become one: those of the first
 * annotator the text's own tags, those of others a layer each.
 * @param losses takes what the records lost, under the names of their texts
 */
export function textsOfRecords(records: readonly RecordText[], losses: Losses): ReadText[] {
  const documents: Document[] = [];
  const byKey = new Map<string, Document>();
  for (const record of records) {
    const key = record.key === null ? null : JSON.stringify([record.key, record.text]);
    const known = key === null ? undefined : byKey.get(key);
    if (known) {
      const before = known.byAnnotator.get(record.annotator);
      known.byAnnotator.set(record.annotator, before ? merged(before, record) : record);
      continue;
    }
    const document = { first: record, byAnnotator: new Map([[record.annotator, record]]) };
    documents.push(document);
    if (key !== null) byKey.set(key, document);
  }
  const files = pathsOf(documents.map(({ first }) => first));
  return documents.flatMap(({ byAnnotator }, i) => {
    const layers = new Set<string>();
    return Array.from(byAnnotator.values(), (record, n): ReadText => {
      for (const [what, count] of record.losses) losses.add(files[i], what, count);
      const { text, tags, relations, document } = record;
      return {
        file: files[i],
        ...(n > 0 && { layer: layerName(record.annotator, layers) }),
        text,
        tags,
        relations,
        ...(document && { document }),
      };
    });
  });
}

/** A path for each record, by its file and its own name. */
function pathsOf(records: readonly RecordText[]): string[] {
  const paths = new TextPaths();
  const byFile = new Map<string, RecordText[]>();
  for (const record of records) {
    byFile.set(record.path, [...(byFile.get(record.path) ?? []), record]);
  }
  const found = new Map<RecordText, string>();
  for (const [file, group] of byFile) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const own = group.length === 1 && group[0].name !== null ? safeTextPath(group[0].name) : null;
    const given = own === null ? paths.ofFile(file, group.map(nameOf)) : [paths.free(folder + own)];
    group.forEach((record, i) => {
      found.set(record, given[i]);
    });
  }
  return records.map((record) => found.get(record) ?? '');
}

/** A number names a text only together with its file. */
function nameOf({ name, id, path }: RecordText): string | null {
  if (name !== null) return name;
  if (typeof id === 'number') return `${pathStem(path).replace(/^.*\//, '')}-${id}`;
  return typeof id === 'string' && id.trim() !== '' ? id : null;
}

function layerName(annotator: string, taken: Set<string>): string {
  const stem = annotator.replace(/[^A-Za-z0-9_-]+/g, '_') || 'other';
  let layer = stem;
  for (let n = 2; taken.has(layer.toLowerCase()); n++) layer = `${stem}-${n}`;
  taken.add(layer.toLowerCase());
  return layer;
}

/** Two records about one text by one person; a tag that both have is there once. */
function merged(a: RecordText, b: RecordText): RecordText {
  const bySpan = new Map(a.tags.map((tag) => [spanOf(tag), tag.ref]));
  const refs = new Set(a.tags.map(({ ref }) => ref));
  const renamed = new Map<string, string>();
  const tags = b.tags.flatMap((tag) => {
    const same = bySpan.get(spanOf(tag));
    let ref = tag.ref;
    for (let n = 2; same === undefined && refs.has(ref); n++) ref = `${tag.ref}-${n}`;
    renamed.set(tag.ref, same ?? ref);
    if (same !== undefined) return [];
    refs.add(ref);
    return [{ ...tag, ref }];
  });
  const relations = b.relations.map((relation) => ({
    ...relation,
    from: renamed.get(relation.from) ?? relation.from,
    to: renamed.get(relation.to) ?? relation.to,
  }));
  const labels = new Set([...(a.document?.labels ?? []), ...(b.document?.labels ?? [])]);
  const attributes = { ...b.document?.attributes, ...a.document?.attributes };
  const changed = Object.entries(b.document?.attributes ?? {}).filter(
    ([key, value]) => attributes[key] !== value,
  );
  return {
    ...a,
    tags: [...a.tags, ...tags],
    relations: [...a.relations, ...relations],
    document: { labels: [...labels], attributes },
    losses: [...a.losses, ...b.losses, ['document', changed.length]],
  };
}

/** Everything that a tag says, as one string. */
function spanOf({ ref: _, ...tag }: ReadTag): string {
  return JSON.stringify(Object.entries(tag).sort(([a], [b]) => (a < b ? -1 : 1)));
}
