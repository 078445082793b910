import type { Entity as EntityRecord } from '../../corpus/registry.ts';
import { CodePoints } from '../codePoints.ts';
import { decodeIob, isIob, type Scheme, schemeOf } from '../columns/iob.ts';
import { Labels } from '../columns/labels.ts';
import type { Range } from '../columns/words.ts';
import type { FileProblem, FormatFile, Read, ReadTag, ReadText } from '../format.ts';
import { Losses } from '../losses.ts';
import { TextPaths } from '../paths.ts';
import { type Entity, entitiesOf, sharesToken, spanOf } from './entities.ts';
import { unescapeField, unescapeSpaces } from './escapes.ts';
import { type Document, documentsOf, type Row } from './rows.ts';
import { type Rebuilt, rebuilt, type Word } from './text.ts';

/**
 * Reads CoNLL-U and CoNLL-U Plus: the text with its white space, names in IOB
 * from MISC or a column of their own, mentions from `Entity=`.
 */
export function readConllu(files: readonly FormatFile[]): Read {
  const reading: Reading = {
    labels: new Labels(),
    losses: new Losses(),
    records: new Map(),
    problems: [],
  };
  const paths = new TextPaths();
  const texts = files.flatMap(({ path, content }) => {
    const documents = documentsOf(path, content, reading.problems);
    if (documents.length === 0) {
      reading.problems.push({ path, message: 'This file has no lines of words.' });
      return [];
    }
    const names = paths.ofFile(
      path,
      documents.map(({ name }) => name),
    );
    return textsOf(path, documents, names, reading);
  });
  const labels = reading.labels.list();
  return {
    texts,
    ...(labels.length > 0 && { tagset: { labels } }),
    ...(reading.records.size > 0 && { entities: [...reading.records.values()] }),
    problems: reading.problems,
    losses: reading.losses.list(),
  };
}

/** What the files of one import share. */
interface Reading {
  readonly labels: Labels;
  readonly losses: Losses;
  /** Records for the entities that mentions name. */
  readonly records: Map<string, EntityRecord>;
  readonly problems: FileProblem[];
}

/** Keys of MISC that say nothing that the text and its tags do not. */
const known =
  /^(?:Entity|SpaceAfter|Spaces(?:After|Before|InToken)|TokenRange|start_char|end_char)$/;
/** Keys under which corpora keep IOB. */
const ofNames = /^(?:NER|NE|name|NamedEntity)$/i;

function textsOf(
  path: string,
  documents: readonly Document[],
  names: readonly string[],
  reading: Reading,
): ReadText[] {
  const paragraphs = documents.some(({ sentences }) => sentences.some((s) => s.paragraph));
  const built = documents.map(({ sentences }) => rebuilt(sentences, paragraphs));
  const scheme = schemeOf(built.flatMap((text) => valuesOf(text).map(({ values }) => values)));
  const halves: Row[] = [];
  const mended: Row[] = [];
  const texts = documents.map((document, i): ReadText => {
    const made = tagsOf(built[i], document.fields, scheme, names[i], reading);
    halves.push(...made.halves);
    mended.push(...made.mended);
    countRest(document, built[i], names[i], reading.losses);
    const spaces = unescapeSpaces(document.meta.get('spaces') ?? '');
    const meta = [...document.meta].filter(([key]) => key !== 'spaces');
    const attributes = Object.fromEntries(meta.map(([key, value]) => [key.slice(6), value]));
    return {
      file: names[i],
      text: document.sentences.length === 0 ? spaces : built[i].text,
      tags: made.tags,
      relations: [],
      ...(meta.length > 0 && { document: { labels: [], attributes } }),
    };
  });
  const say = (rows: readonly Row[], message: string) => {
    if (rows.length === 0) return;
    const more =
      rows.length === 1 ? '' : ` There are ${rows.length} such places, this is the first.`;
    reading.problems.push({ path, line: rows[0].line, message: `${message}${more}` });
  };
  say(
    built.flatMap(({ unlike }) => unlike),
    'The words of this sentence do not make up its “# text”; the text is made of the words.',
  );
  say(halves, '“Entity=” has a bracket here without its other half; the mention is left out.');
  say(mended, 'A tag goes on here where none has begun; it is read as the beginning of one.');
  return texts;
}

/** The IOB values of each sentence, beside the numbers of their words; empty nodes have none. */
function valuesOf({ words, sentences }: Rebuilt): { values: string[]; numbers: number[] }[] {
  return sentences.map((first, i) => {
    const last = sentences[i + 1] ?? words.length;
    const numbers = Array.from({ length: last - first }, (_, n) => first + n).filter(
      (n) => words[n].row.kind !== 'empty',
    );
    return { values: numbers.map((n) => nameOf(words[n])), numbers };
  });
}

function nameOf({ row, token }: Word): string {
  for (const { ner, misc } of token === undefined ? [row] : [row, token]) {
    if (ner !== undefined) return ner;
    const key = [...misc].find(([name, value]) => isName(name, value));
    if (key !== undefined) return unescapeField(key[1]);
  }
  return 'O';
}

function isName(key: string, value: string): boolean {
  return ofNames.test(key) && (isIob(value) || key.toUpperCase() === 'NER');
}

function tagsOf(
  text: Rebuilt,
  fields: readonly string[],
  scheme: Scheme,
  file: string,
  { labels, losses, records }: Reading,
): { tags: ReadTag[]; halves: Row[]; mended: Row[] } {
  const { words } = text;
  const { entities, halves } = entitiesOf(words, fields, new CodePoints(text.text));
  const mentioned = new Map<string, number>();
  for (const { eid } of entities) mentioned.set(eid, (mentioned.get(eid) ?? 0) + 1);
  const tags = entities.map((entity, i): ReadTag => {
    const label = labels.named(entity.label);
    const tag = tagOf(entity, `${i + 1}`, label, (mentioned.get(entity.eid) ?? 0) > 1);
    if (tag.entity !== undefined && !records.has(tag.entity)) {
      const name = text.text.slice(tag.start, tag.end).trim().replace(/\s+/gu, ' ');
      records.set(tag.entity, {
        id: tag.entity,
        type: label,
        name: name === '' ? tag.entity : name,
        aliases: [],
      });
    }
    return tag;
  });
  losses.add(file, 'boundary', entities.filter(({ grown }) => grown).length);
  const shown = new Set(entities.map(({ first, last, label }) => keyOf({ first, last }, label)));
  const mended: Row[] = [];
  for (const { values, numbers } of valuesOf(text)) {
    const read = decodeIob(values, scheme);
    for (const at of read.mended) mended.push(words[numbers[at]].row);
    for (const chunk of read.chunks) {
      const range = { first: numbers[chunk.first], last: numbers[chunk.last] };
      if (shown.has(keyOf(range, chunk.label))) continue;
      if (sharesToken(words, range)) losses.add(file, 'boundary');
      const label = labels.named(chunk.label);
      tags.push({ ref: `${tags.length + 1}`, label, ...spanOf(words, range) });
    }
  }
  return { tags, halves, mended };
}

function keyOf({ first, last }: Range, label: string): string {
  return `${first} ${last} ${label}`;
}

/** @param several whether other mentions have its name, which says that they are of one entity */
function tagOf(entity: Entity, ref: string, label: string, several: boolean): ReadTag {
  const { pieces, identity, eid } = entity;
  const attributes =
    several && identity === '' ? { coref: eid, ...entity.attributes } : entity.attributes;
  return {
    ref,
    label,
    start: pieces[0].start,
    end: pieces[pieces.length - 1].end,
    ...(pieces.length > 1 && {
      fragments: pieces.map(({ start, end }): [number, number] => [start, end]),
    }),
    ...(identity !== '' && { entity: identity }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}

/** Counts what the file says of words, sentences and mentions that a sidecar has no place for. */
function countRest(document: Document, { words }: Rebuilt, file: string, losses: Losses): void {
  const rows = document.sentences.flatMap(({ rows: all }) => all);
  const more = rows.filter(({ kind, misc, more: said }) => {
    if (said || kind === 'empty') return true;
    return [...misc].some(
      ([key, value]) =>
        !known.test(key) && !isName(key, value) && key !== 'Bridge' && key !== 'SplitAnte',
    );
  });
  losses.add(file, 'other', more.length + document.comments);
  const links = words.flatMap(({ row: { misc } }) =>
    ['Bridge', 'SplitAnte'].flatMap((key) => misc.get(key)?.split(',') ?? []),
  );
  losses.add(file, 'relations', links.length);
}
