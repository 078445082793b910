import { resolve } from 'node:path';
import { keyOrder, type SortSide, sortKey } from '../../core/corpus/concordance.ts';
import type { PlacedTag } from '../../core/tags/model.ts';
import { ChunkedText } from '../../core/text/document.ts';
import {
  type Command,
  choiceOf,
  Exit,
  expectOperands,
  Failures,
  textOf,
  UsageError,
  type Values,
} from '../command.ts';
import { expressionOf, type Hit, hitsIn, SlowExpression, type Wanted } from '../concordance.ts';
import { asJson, asText } from '../concordanceRows.ts';
import { placedTags } from '../examine.ts';
import { type Io, Output } from '../io.ts';
import { ChosenLayers } from '../layers.ts';
import { Sidecars } from '../sidecars.ts';
import { factsOf, readText, type TextFile, textFiles } from '../texts.ts';

const sortings: readonly ('text' | SortSide)[] = ['text', 'left', 'right', 'node'];
const DEFAULT_WIDTH = 40;
const WIDEST = 1000;

/** Prints a concordance. */
export const kwic: Command = {
  name: 'kwic',
  usage: '[TERM] PATH…',
  about:
    'Print every place where TERM stands, with what stands before and behind it. TERM is one or\nseveral whole words; * in a word stands for any letters, by itself for any word. With --tag or\n--entity TERM may be left out: then every such tag is printed.',
  options: {
    regex: { type: 'boolean', about: 'TERM is a regular expression (JavaScript, flags m and u).' },
    'ignore-case': { type: 'boolean', about: 'Capitals and small letters are the same.' },
    tag: { type: 'string', value: 'LABEL', about: 'Only what is tagged with this label.' },
    entity: { type: 'string', value: 'ID', about: 'Only what is tagged as this entity.' },
    layer: {
      type: 'string',
      value: 'LAYER',
      about: 'Only tags of this layer; - is the sidecar without one.',
    },
    width: {
      type: 'string',
      value: 'N',
      about: `Columns of text on either side (default: ${DEFAULT_WIDTH}).`,
    },
    sort: {
      type: 'string',
      value: sortings.join('|'),
      about: 'Order: of the text, or by the words before, behind or found (default: text).',
    },
    most: { type: 'string', short: 'n', value: 'MOST', about: 'Print at most so many.' },
    json: { type: 'boolean', about: 'Print a JSON array.' },
  },
  async run(operands, values, io) {
    const sort = choiceOf(values, 'sort', sortings, 'text');
    const width = numberOf(values, 'width', 1, WIDEST) ?? DEFAULT_WIDTH;
    const most = numberOf(values, 'most', 0, Number.MAX_SAFE_INTEGER) ?? Number.POSITIVE_INFINITY;
    const { term, paths } = await split(operands, values, io);
    const ignoreCase = values['ignore-case'] === true;
    const regex =
      term !== undefined && values.regex === true ? expressionOf(term, ignoreCase) : undefined;
    const wanted = {
      ignoreCase,
      ...(term !== undefined && { term }),
      ...(regex && { regex }),
    };
    const failures = new Failures(io, values);
    const enough = sort === 'text' ? most : Number.POSITIVE_INFINITY;
    const hits = await search(paths, wanted, enough, values, io, failures);
    const sorted = sort === 'text' ? hits : sortedBy(sort, hits).slice(0, most);
    const output = new Output(io);
    for (const piece of (values.json === true ? asJson : asText)(sorted, width)) {
      await output.add(piece);
    }
    await output.end();
    return failures.exit(Exit.done);
  },
};

/** A whole number given for an option. */
function numberOf(values: Values, name: string, least: number, most: number): number | undefined {
  const given = textOf(values, name);
  if (given === undefined) return undefined;
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} on` : `${least} to ${most}`;
  throw new UsageError(`--${name} must be a whole number from ${range}, not “${given}”.`);
}

/** Whether the hits are to be tags, or to lie in tags. */
function asksForTags(values: Values): boolean {
  return textOf(values, 'tag') !== undefined || textOf(values, 'entity') !== undefined;
}

/**
 * The term and the paths. Where tags are asked for, the term may be missing: the
 * first of several arguments is one unless a file or folder has its name, or it
 * looks like the path of one.
 */
async function split(
  operands: readonly string[],
  values: Values,
  io: Io,
): Promise<{ term?: string; paths: readonly string[] }> {
  const [first, ...others] = operands;
  const mayLackTerm = asksForTags(values) && values.regex !== true;
  expectOperands(operands, mayLackTerm ? '[TERM] PATH…' : 'TERM PATH…', mayLackTerm ? 1 : 2);
  if (mayLackTerm && (others.length === 0 || (await isPath(first, io)))) return { paths: operands };
  if (!asksForTags(values) && textOf(values, 'layer') !== undefined) {
    throw new UsageError('--layer says whose tags count: give --tag or --entity, too.');
  }
  if (first.trim() === '') throw new UsageError('TERM must be a word at least.');
  return { term: first, paths: others };
}

async function isPath(operand: string, io: Io): Promise<boolean> {
  if (/[/\\]|\.txt$/i.test(operand)) return true;
  return factsOf(resolve(io.cwd, operand), operand).then(
    () => true,
    () => false,
  );
}

async function search(
  paths: readonly string[],
  wanted: Wanted,
  most: number,
  values: Values,
  io: Io,
  failures: Failures,
): Promise<Hit[]> {
  const layers = new ChosenLayers(new Sidecars(), textOf(values, 'layer'));
  const hits: Hit[] = [];
  const met = new Set<string>();
  let slow = false;
  for await (const file of textFiles(paths, io, failures)) {
    if (slow || hits.length >= most) break;
    if (met.has(file.path)) continue;
    met.add(file.path);
    await failures.guard(async () => {
      const text = await readText(file.path, file.shown);
      const chunked = new ChunkedText(text);
      const language = await file.corpus.languageOf(chunked);
      const source = { file: file.shown, text, language };
      const tags = asksForTags(values)
        ? await chosenTags(file, text, layers, values, io, failures)
        : undefined;
      try {
        for (const hit of hitsIn(source, chunked, wanted, tags, most - hits.length)) hits.push(hit);
      } catch (error) {
        slow = error instanceof SlowExpression;
        throw error;
      }
    });
  }
  if (!slow && hits.length < most) layers.expectMet();
  return hits;
}

/** The tags that are asked for where they lie in the text; those that are lost or were rejected are none. */
async function chosenTags(
  file: TextFile,
  text: string,
  layers: ChosenLayers,
  values: Values,
  io: Io,
  failures: Failures,
): Promise<PlacedTag[]> {
  const [label, entity] = [textOf(values, 'tag'), textOf(values, 'entity')];
  const placed = (await layers.of(file, io, failures)).map((layer) => placedTags(layer, text));
  return placed.flat().filter(({ tag, status }) => {
    if (status === 'lost' || tag.status === 'rejected') return false;
    return (label ?? tag.label) === tag.label && (entity ?? tag.entity) === tag.entity;
  });
}

/** The hits by what stands in them or beside them; what is the same there stays in the order of the texts. */
function sortedBy(side: SortSide, hits: readonly Hit[]): Hit[] {
  const languages = new Set(hits.map(({ source }) => source.language.code));
  const [language] = languages.size === 1 ? languages : ['en'];
  const compare = keyOrder(language);
  return hits
    .map((hit) => ({ hit, key: sortKey(hit.source.text, hit, side, hit.source.language) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ hit }) => hit);
}
