import { join, resolve } from 'node:path';
import type { EntityMention } from '../../core/corpus/names.ts';
import { languageCodeOf } from '../../core/languages/functionWords.ts';
import { canonical } from '../../core/text/canonical.ts';
import { ChunkedText } from '../../core/text/document.ts';
import { uriOf } from '../../node/files.ts';
import { FileRefused } from '../../node/write.ts';
import type { Corpus } from '../../state/corpus.ts';
import { type Command, Exit, expectOperands, Failures, textOf, UsageError } from '../command.ts';
import { Definitions } from '../definitions.ts';
import { examine } from '../examine.ts';
import { type Io, Output, readAll, readLines } from '../io.ts';
import { recordOf } from '../record.ts';
import { type LayerFile, Sidecars } from '../sidecars.ts';
import { Corpora, decodeText, readText, type TextFile, textFiles } from '../texts.ts';

const STANDARD_INPUT = '-';

/** Prints everything that is known of texts as JSON. */
export const analyze: Command = {
  name: 'analyze',
  usage: 'PATH…|-',
  about:
    'Print tokens, sentences, numbers, entities and findings of texts as JSON. A folder stands for\nthe .txt files below it, - for standard input.',
  options: {
    jsonl: {
      type: 'boolean',
      about: 'One object a line; of standard input each line is {"file"?, "text"}.',
    },
    language: { type: 'string', value: 'CODE', about: 'Language of the texts, such as en or et.' },
  },
  async run(operands, values, io) {
    expectOperands(operands, 'PATH…|-', 1);
    const code = textOf(values, 'language');
    const language = code === undefined ? undefined : languageCodeOf(code);
    if (code !== undefined && !language) {
      throw new UsageError(`--language: the language “${code}” is not known.`);
    }
    const failures = new Failures(io, values);
    const printer = new Printer(io, values.jsonl === true);
    const corpora = new Corpora(language);
    const sidecars = new Sidecars();
    for (const item of await collect(operands, io, failures, corpora)) {
      await failures.guard(async () => {
        if (item === STANDARD_INPUT) return analyseInput(printer, corpora, io, failures);
        const text = await readText(item.path, item.shown);
        const layers = await sidecars.of(item.path);
        return printer.print(text, item.shown, item.corpus, layers);
      });
    }
    await printer.end();
    return failures.exit(Exit.done);
  },
};

/** The texts to analyse, indexed where there are several, so that a name can be defined in another text. */
async function collect(
  operands: readonly string[],
  io: Io,
  failures: Failures,
  corpora: Corpora,
): Promise<(TextFile | typeof STANDARD_INPUT)[]> {
  const items: (TextFile | typeof STANDARD_INPUT)[] = [];
  for (const operand of operands) {
    if (operand === STANDARD_INPUT) items.push(operand);
    else for await (const file of textFiles([operand], io, failures, corpora)) items.push(file);
  }
  if (items.length < 2) return items;
  for (const item of items) {
    if (item === STANDARD_INPUT) continue;
    const source = await readText(item.path).catch(() => null);
    if (source === null) continue;
    const text = new ChunkedText(source);
    const language = await item.corpus.languageOf(text);
    const analysis = item.corpus.analyse(text, language, { withRules: false });
    item.corpus.indexText(uriOf(item.path), analysis);
  }
  return items;
}

async function analyseInput(
  printer: Printer,
  corpora: Corpora,
  io: Io,
  failures: Failures,
): Promise<void> {
  const corpus = await corpora.of(join(io.cwd, STANDARD_INPUT));
  if (!printer.lines) {
    const text = decodeText(await readAll(io), STANDARD_INPUT);
    return printer.print(text, STANDARD_INPUT, corpus);
  }
  let number = 0;
  for await (const line of readLines(io)) {
    const place = `${STANDARD_INPUT}:${++number}`;
    await failures.guard(async () => {
      const json = decodeText(line, place);
      if (json.trim() === '') return;
      const { file, text } = readRow(json, place);
      await printer.print(canonical(text), file, corpus);
    });
  }
}

/** One line of `analyze --jsonl -`: `{"file"?, "text"}`. */
function readRow(json: string, place: string): { file: string; text: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new FileRefused(place, 'This line is not JSON.');
  }
  const { file, text }: { file?: unknown; text?: unknown } = Object(value);
  if (typeof text !== 'string') throw new FileRefused(place, 'This line has no “text”.');
  return { file: typeof file === 'string' ? file : STANDARD_INPUT, text };
}

/** Prints records as a JSON array or as lines. */
class Printer {
  readonly lines: boolean;
  readonly #io: Io;
  readonly #output: Output;
  readonly #definitions = new Map<Corpus, Definitions>();
  #separator = '[\n';

  constructor(io: Io, lines: boolean) {
    this.lines = lines;
    this.#io = io;
    this.#output = new Output(io);
  }

  async print(
    text: string,
    file: string,
    corpus: Corpus,
    layers: readonly LayerFile[] = [],
  ): Promise<void> {
    const uri = uriOf(resolve(this.#io.cwd, file));
    const examined = await examine(text, corpus, layers, { uri, alone: true });
    const definitions = this.#definitions.get(corpus) ?? new Definitions(corpus, this.#io);
    this.#definitions.set(corpus, definitions);
    if (!this.lines) await this.#output.add(this.#separator);
    this.#separator = ',\n';
    const define = (mention: EntityMention) => definitions.of(mention, file);
    for (const piece of recordOf(examined, { file, define })) await this.#output.add(piece);
    if (this.lines) await this.#output.add('\n');
  }

  async end(): Promise<void> {
    if (!this.lines) await this.#output.add(this.#separator === '[\n' ? '[]\n' : '\n]\n');
    await this.#output.end();
  }
}
