import { relative, resolve, sep } from 'node:path';
import { exported, type TextToWrite } from '../../core/formats/exported.ts';
import type { CorpusFacts, Format, WrittenFile } from '../../core/formats/format.ts';
import { formats } from '../../core/formats/index.ts';
import { pathStem } from '../../core/formats/paths.ts';
import { fingerprintOf } from '../../core/tags/fingerprint.ts';
import { emptySidecar } from '../../core/tags/sidecar.ts';
import { ChunkedText } from '../../core/text/document.ts';
import { pathOf } from '../../node/files.ts';
import { FileRefused } from '../../node/write.ts';
import type { Corpus } from '../../state/corpus.ts';
import { type Command, Exit, expectOperands, Failures, textOf, UsageError } from '../command.ts';
import { placedTags } from '../examine.ts';
import { formatNamed, listed, reportLosses, textLine, writeInto } from '../exchange.ts';
import { type Io, Output } from '../io.ts';
import { readableSidecar, Sidecars } from '../sidecars.ts';
import { readText, shownLike, type TextFile, textFiles } from '../texts.ts';

const writers = formats.filter(({ write }) => write);

/** Writes texts with their tags in another program's format. */
export const exportTags: Command = {
  name: 'export',
  usage: '--to FORMAT PATH…',
  about: `Write texts with their tags in another program's format. What it cannot hold is listed on\nstandard error. FORMAT is one of\n${listed(writers)}`,
  options: {
    to: { type: 'string', value: 'FORMAT', about: 'The format.' },
    output: {
      type: 'string',
      short: 'o',
      value: 'DIR',
      about: 'The folder to write to; without it a single file goes to standard output.',
    },
    layer: { type: 'string', value: 'LAYER', about: 'Write the tags of this annotator.' },
    force: { type: 'boolean', about: 'Write over files that are there already.' },
  },
  async run(operands, values, io) {
    const format = formatNamed(values, 'to', writers);
    expectOperands(operands, 'PATH…', 1);
    const failures = new Failures(io, values);
    const layer = textOf(values, 'layer');
    const { texts, corpora } = await read(operands, layer, io, failures);
    const { files, losses, texts: held } = exported(format, texts, factsOf(corpora));
    reportLosses(losses, `not in ${format.id}`, io);
    const folder = textOf(values, 'output');
    if (folder === undefined) {
      await print(format, files, io);
    } else {
      const force = values.force === true;
      const refused = await writeInto(resolve(io.cwd, folder), files, force, failures);
      for (const { file, sidecar } of held) {
        if (!isRefused(file, files, refused)) await io.write(textLine(file, sidecar));
      }
    }
    return failures.exit(Exit.done);
  },
};

/** Whether the file that a text's tags are in, which may be that of all texts, was not written. */
function isRefused(
  text: string,
  files: readonly WrittenFile[],
  refused: ReadonlySet<string>,
): boolean {
  const own = files.filter(({ aside }) => !aside);
  const stem = pathStem(text);
  return own.some(({ path }) => refused.has(path) && (own.length === 1 || pathStem(path) === stem));
}

/** The texts that paths name, each once, and the corpora that they belong to. */
async function read(
  paths: readonly string[],
  layer: string | undefined,
  io: Io,
  failures: Failures,
): Promise<{ texts: TextToWrite[]; corpora: ReadonlySet<Corpus> }> {
  const sidecars = new Sidecars();
  const texts = new Map<string, TextToWrite>();
  const places = new Map<string, string>();
  const corpora = new Set<Corpus>();
  for await (const file of textFiles(paths, io, failures)) {
    await failures.guard(async () => {
      const text = await toWrite(file, sidecars, layer, io);
      const other = places.get(text.file);
      if (other !== undefined && other !== file.path) {
        throw new FileRefused(
          file.shown,
          `Another text is called ${text.file}, too; export the two one after the other.`,
        );
      }
      places.set(text.file, file.path);
      texts.set(text.file, text);
      corpora.add(file.corpus);
    });
  }
  return { texts: [...texts.values()], corpora };
}

async function toWrite(
  { path, shown, corpus }: TextFile,
  sidecars: Sidecars,
  layer: string | undefined,
  io: Io,
): Promise<TextToWrite> {
  const text = await readText(path, shown);
  const language = await corpus.languageOf(new ChunkedText(text));
  const found = (await sidecars.of(path)).find((sidecar) => sidecar.layer === layer);
  const sidecar = found
    ? (found.sidecar ?? readableSidecar(found.source, shownLike(shown, found.path, io)))
    : emptySidecar(fingerprintOf(text));
  const placed = found ? placedTags(found, text) : [];
  const root = pathOf(corpus.root) ?? '';
  return { file: relative(root, path).split(sep).join('/'), text, language, sidecar, placed };
}

/** The tagsets and registries of several corpora as one; of what has one name the first counts. */
function factsOf(corpora: ReadonlySet<Corpus>): CorpusFacts {
  const configurations = Array.from(corpora, ({ configuration }) => configuration);
  return {
    tagset: {
      labels: firstOfName(configurations.flatMap(({ labels }) => labels)),
      relations: firstOfName(configurations.flatMap(({ relations }) => relations)),
    },
    // Of two records with one id the later pair wins, which is to be the first corpus' one.
    entities: new Map(
      Array.from(corpora, ({ registry }) => [...registry.entities])
        .reverse()
        .flat(),
    ),
  };
}

function firstOfName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  const names = new Set<string>();
  return items.filter(({ name }) => !names.has(name) && names.add(name));
}

async function print(format: Format, files: readonly WrittenFile[], io: Io): Promise<void> {
  const own = files.filter(({ aside }) => !aside);
  if (own.length > 1) {
    throw new UsageError(`${format.id} makes ${own.length} files of this: give -o DIR.`);
  }
  const output = new Output(io);
  for (const { content } of own) await output.add(content);
  await output.end();
}
