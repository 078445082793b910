import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { addEntities, takesEntities } from '../../core/corpus/registryEdits.ts';
import type { Format, FormatFile, Read } from '../../core/formats/format.ts';
import { type ImportedText, imported } from '../../core/formats/imported.ts';
import { formats } from '../../core/formats/index.ts';
import { tagsetOf, tagsetSource } from '../../core/formats/tagset.ts';
import {
  CONFIGURATION_FILE,
  isLayerName,
  REGISTRY_FILE,
  sidecarName,
} from '../../core/tags/files.ts';
import { serialiseSidecar } from '../../core/tags/sidecar.ts';
import { canonical } from '../../core/text/canonical.ts';
import { nodeWorkspace, pathOf, uriOf } from '../../node/files.ts';
import { FileRefused } from '../../node/write.ts';
import { findFiles } from '../../workspace.ts';
import { type Command, Exit, expectOperands, Failures, textOf, UsageError } from '../command.ts';
import { formatNamed, listed, reportLosses, textLine, writeOne } from '../exchange.ts';
import type { Io } from '../io.ts';
import { Corpora, factsOf, readSource, shownLike } from '../texts.ts';

const readers = formats.filter(({ read }) => read);

/** Makes a corpus of another program's files. */
export const importTags: Command = {
  name: 'import',
  usage: '--from FORMAT PATH… --into DIR',
  about: `Write the texts and tags of another program's files as texts with sidecars. Nothing that is\nthere is written over. FORMAT is one of\n${listed(readers)}`,
  options: {
    from: { type: 'string', value: 'FORMAT', about: 'The format.' },
    into: {
      type: 'string',
      value: 'DIR',
      about: 'The folder of the corpus; made where it is missing.',
    },
    layer: { type: 'string', value: 'LAYER', about: 'Write to this annotator’s own sidecars.' },
  },
  async run(operands, values, io) {
    const format = formatNamed(values, 'from', readers);
    expectOperands(operands, 'PATH…', 1);
    const into = textOf(values, 'into');
    if (into === undefined) throw new UsageError('Give --into DIR, the folder of the corpus.');
    const layer = textOf(values, 'layer');
    if (layer !== undefined && !isLayerName(layer)) {
      throw new UsageError(`--layer: “${layer}” may hold only letters, digits, “_” and “-”.`);
    }
    const failures = new Failures(io, values);
    const folder = resolve(io.cwd, into);
    const files = await filesFor(format, operands, io, failures);
    const read = format.read?.(files) ?? { texts: [], problems: [], losses: [] };
    for (const { path, line, message } of read.problems) {
      failures.report(new FileRefused(line === undefined ? path : `${path}:${line}`, message));
    }
    if (read.texts.length === 0 && read.problems.length === 0 && !failures.any)
      failures.report(new FileRefused(operands.join(', '), nothingFound(format)));
    const texts = read.texts.map(imported);
    for (const text of texts) {
      for (const message of text.problems) failures.report(new FileRefused(text.file, message));
      await failures.guard(() => write(text, folder, layerOf(text, layer), io));
    }
    await writeTagset(read, texts, folder, io, failures);
    reportLosses(read.losses, `not taken over from ${format.id}`, io);
    return failures.exit(Exit.done);
  },
};

/**
 * The files that paths name: of a folder those below it whose names end as the
 * format's do; with a file those beside it that belong to it, which share its
 * name up to the end or are the folder's configuration (`annotation.conf`).
 */
async function filesFor(
  format: Format,
  operands: readonly string[],
  io: Io,
  failures: Failures,
): Promise<FormatFile[]> {
  const fits = (name: string) => format.extensions.some((end) => name.toLowerCase().endsWith(end));
  const files = new Map<string, FormatFile>();
  const places = new Map<string, string>();
  const take = (path: string, given: string, root: string) =>
    failures.guard(async () => {
      const shown = shownLike(given, path, io);
      const file = relative(root, path).split(sep).join('/');
      const other = places.get(file);
      if (other !== undefined && other !== path) {
        throw new FileRefused(
          shown,
          `Another file is called ${file}, too; import the two one after the other.`,
        );
      }
      places.set(file, path);
      files.set(path, { path: file, content: await readSource(path, shown) });
    });
  for (const given of operands) {
    const path = resolve(io.cwd, given);
    const facts = await failures.guard(() => factsOf(path, given));
    if (!facts) continue;
    if (facts.isDirectory()) {
      for (const uri of await findFiles(nodeWorkspace, uriOf(path), fits)) {
        const file = pathOf(uri);
        if (file !== null) await take(file, given, path);
      }
      continue;
    }
    const folder = dirname(path);
    await take(path, given, folder);
    for (const name of (await readdir(folder).catch(() => [])).sort()) {
      const beside = stemOf(name) === stemOf(basename(path)) || extname(name) === '.conf';
      if (fits(name) && beside && !files.has(join(folder, name)))
        await take(join(folder, name), given, folder);
    }
  }
  return [...files.values()];
}

function nothingFound({ id, extensions }: Format): string {
  return `There is nothing of ${id} here; its files end in ${extensions.join(', ')}.`;
}

function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

/** The layer that a text's tags go to: the one that was asked for, the one that the file names, or both names in one. */
function layerOf({ layer }: ImportedText, wanted: string | undefined): string | undefined {
  return wanted !== undefined && layer !== undefined ? `${wanted}-${layer}` : (wanted ?? layer);
}

/** Writes a text and its sidecar, or nothing of either where it would change what is there. */
async function write(
  { file, source, text, sidecar }: ImportedText,
  folder: string,
  layer: string | undefined,
  io: Io,
): Promise<void> {
  const path = resolve(folder, file);
  const below = relative(folder, path);
  if (below.startsWith('..') || isAbsolute(below)) {
    throw new FileRefused(file, `This path leads out of ${folder}.`);
  }
  const { tags, document } = sidecar;
  const said = document.labels.length + Object.keys(document.attributes).length;
  const beside = join(dirname(path), sidecarName(basename(path), layer));
  const content = tags.length > 0 || said > 0 ? serialiseSidecar(sidecar) : null;
  const accept = (current: string | null): string | null => {
    if (current === null || content === null || current === content) return content;
    throw new FileRefused(
      beside,
      'Tags of this text are there already; --layer NAME puts these into a layer of their own.',
    );
  };
  accept(existsSync(beside) ? await readSource(beside) : null);
  await writeOne(path, (current) => {
    if (current === null) return source;
    if (canonical(current) === text) return null;
    throw new FileRefused(path, 'Another text is there already; import into another folder.');
  });
  if (content !== null) await writeOne(beside, accept);
  await io.write(textLine(file, sidecar));
}

/** Makes the folder a corpus with the labels and entities that came in; one that is a corpus is told of the labels it lacks. */
async function writeTagset(
  { tagset, entities = [] }: Read,
  texts: readonly ImportedText[],
  folder: string,
  io: Io,
  failures: Failures,
): Promise<void> {
  const wanted = tagsetOf(
    tagset,
    texts.map(({ sidecar }) => sidecar),
  );
  const { configuration, active, root } = await new Corpora().of(join(folder, CONFIGURATION_FILE));
  if (!active && wanted.labels.length > 0) {
    await failures.guard(() =>
      writeOne(join(folder, CONFIGURATION_FILE), (current) => current ?? tagsetSource(wanted)),
    );
  } else {
    const used = tagsetOf(
      undefined,
      texts.map(({ sidecar }) => sidecar),
    );
    warn('label', used.labels, configuration.labels, io);
    if (configuration.relations.length > 0)
      warn('relation', used.relations, configuration.relations, io);
  }
  if (entities.length === 0) return;
  const corpus = active ? (pathOf(root) ?? folder) : folder;
  await failures.guard(() =>
    writeOne(join(corpus, REGISTRY_FILE), (current) => {
      if (takesEntities(current ?? '')) return addEntities(current ?? '', entities);
      const message = 'This file has no list of entities that could be read, so none was added.';
      throw new FileRefused(join(corpus, REGISTRY_FILE), message);
    }),
  );
}

/** Names what was imported and the tagset lacks. */
function warn(
  what: string,
  used: readonly { readonly name: string }[],
  known: readonly { readonly name: string }[],
  io: Io,
): void {
  const names = new Set(known.map(({ name }) => name));
  const unknown = used.flatMap(({ name }) => (names.has(name) ? [] : [`“${name}”`]));
  if (unknown.length > 0)
    io.error(`glossator: warning: the tagset has no ${what} ${unknown.join(', ')}.`);
}
