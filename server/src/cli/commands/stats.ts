import { CorpusStatistics, type Statistics } from '../../core/corpus/statistics.ts';
import { ChunkedText } from '../../core/text/document.ts';
import { readWhole } from '../../core/text/wholeText.ts';
import { type Command, Exit, expectOperands, Failures, textOf } from '../command.ts';
import { placedTags } from '../examine.ts';
import type { Io } from '../io.ts';
import { ChosenLayers, piecesOf } from '../layers.ts';
import { Sidecars } from '../sidecars.ts';
import { decimal, NONE, table } from '../table.ts';
import { readText, textFiles } from '../texts.ts';

/** Counts what texts and their tags hold. */
export const stats: Command = {
  name: 'stats',
  usage: 'PATH…',
  about: 'Count texts, sentences, words and tags: by label, by status and by annotator.',
  options: {
    json: { type: 'boolean', about: 'Print a JSON object.' },
    layer: {
      type: 'string',
      value: 'LAYER',
      about: 'Count the tags of this layer only; - is the sidecar without one.',
    },
  },
  async run(operands, values, io) {
    expectOperands(operands, 'PATH…', 1);
    const failures = new Failures(io, values);
    const counted = await count(operands, textOf(values, 'layer'), io, failures);
    const exit = failures.exit(Exit.done);
    if (exit === Exit.failed && counted.texts === 0) return exit;
    const printed = values.json === true ? `${JSON.stringify(counted)}\n` : asText(counted);
    await io.write(printed);
    return exit;
  },
};

async function count(
  paths: readonly string[],
  layer: string | undefined,
  io: Io,
  failures: Failures,
): Promise<Statistics> {
  const statistics = new CorpusStatistics();
  const layers = new ChosenLayers(new Sidecars(), layer);
  const met = new Set<string>();
  for await (const file of textFiles(paths, io, failures)) {
    if (met.has(file.path)) continue;
    met.add(file.path);
    await failures.guard(async () => {
      const text = await readText(file.path, file.shown);
      const chunked = new ChunkedText(text);
      const whole = readWhole(chunked, await file.corpus.languageOf(chunked));
      const chosen = await layers.of(file, io, failures);
      const counted = chosen.map((one) => ({
        ...(one.layer !== undefined && { layer: one.layer }),
        placed: placedTags(one, text),
        relations: one.sidecar.relations,
      }));
      statistics.add(text, whole, counted, (tag) => piecesOf(tag, text));
    });
  }
  layers.expectMet();
  return statistics.result();
}

function asText(counted: Statistics): string {
  const parts = [
    corpusTable(counted),
    labelTable(counted),
    annotatorTable(counted),
    relationTable(counted),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function corpusTable(counted: Statistics): string {
  const rows: [string, number][] = [
    ['texts', counted.texts],
    ['texts without tags', counted.textsWithoutTags],
    ['characters', counted.characters],
    ['sentences', counted.sentences],
    ['tokens', counted.tokens],
    ['words', counted.words],
    ['types', counted.types],
    ['tags', counted.tags],
    ['tags changed', counted.changed],
    ['tags lost', counted.lost],
    ['tags linked', counted.linked],
    ['entities linked', counted.entities],
  ];
  return table(rows.map(([name, number]) => [name, String(number)]));
}

function labelTable({ labels }: Statistics): string {
  if (labels.length === 0) return '';
  const head = ['label', 'tags', 'texts', 'quotes', 'tokens', 'suggested', 'accepted', 'rejected'];
  const rows = labels.map((one) => [
    one.label,
    String(one.tags),
    String(one.texts),
    String(one.quotes),
    decimal(one.meanTokens, 2),
    String(one.suggested),
    String(one.accepted),
    String(one.rejected),
  ]);
  return table([head, ...rows]);
}

/** A row a label, a column an annotator. */
function annotatorTable({ labels }: Statistics): string {
  const names = new Map<string | null, number>();
  for (const { annotators } of labels) {
    for (const { by, tags } of annotators) names.set(by, (names.get(by) ?? 0) + tags);
  }
  const columns = [...names]
    .sort(([a, m], [b, n]) => n - m || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([by]) => by);
  if (columns.every((by) => by === null)) return '';
  const rows = labels.map(({ label, annotators }) => {
    const tags = new Map(annotators.map((one) => [one.by, one.tags]));
    return [label, ...columns.map((by) => String(tags.get(by) ?? 0))];
  });
  return table([['by', ...columns.map((by) => by ?? NONE)], ...rows]);
}

function relationTable({ relations }: Statistics): string {
  if (relations.length === 0) return '';
  const rows = relations.map(({ label, relations }) => [label, String(relations)]);
  return table([['relation', 'number'], ...rows]);
}
