import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { LanguageCode } from '../core/languages/functionWords.ts';
import { CONFIGURATION_FILE } from '../core/tags/files.ts';
import { canonical, decodeUtf8 } from '../core/text/canonical.ts';
import { nodeWorkspace, pathOf, uriOf } from '../node/files.ts';
import { codeOf } from '../node/operations.ts';
import { FileRefused } from '../node/write.ts';
import { Corpus } from '../state/corpus.ts';
import { Sources } from '../state/sources.ts';
import { findFiles } from '../workspace.ts';
import { type Failures, UsageError } from './command.ts';
import type { Io } from './io.ts';

/** A text on disk that a command was given. */
export interface TextFile {
  /** The path as it is printed: absolute where the argument was, else relative to the working folder. */
  readonly shown: string;
  readonly path: string;
  readonly corpus: Corpus;
}

/** The folders' tagsets and registries, each read once. */
export class Corpora {
  readonly #roots = new Map<string, Promise<string | null>>();
  readonly #corpora = new Map<string, Promise<Corpus>>();
  readonly #language: LanguageCode | undefined;

  /** @param language of every text; absent: as the configuration says, else detected */
  constructor(language?: LanguageCode) {
    this.#language = language;
  }

  /**
   * The corpus that a file belongs to: the nearest folder upwards with a
   * `glossator.json`, else `otherwise`.
   */
  async of(path: string, otherwise = dirname(path)): Promise<Corpus> {
    return this.#at((await this.#rootAbove(dirname(path))) ?? otherwise);
  }

  #at(root: string): Promise<Corpus> {
    const known = this.#corpora.get(root);
    if (known) return known;
    const corpus = loadCorpus(root, this.#language);
    this.#corpora.set(root, corpus);
    return corpus;
  }

  #rootAbove(folder: string): Promise<string | null> {
    const known = this.#roots.get(folder);
    if (known) return known;
    const root = this.#findRoot(folder);
    this.#roots.set(folder, root);
    return root;
  }

  async #findRoot(folder: string): Promise<string | null> {
    if (await isFile(join(folder, CONFIGURATION_FILE))) return folder;
    const above = dirname(folder);
    return above === folder ? null : this.#rootAbove(above);
  }
}

async function loadCorpus(root: string, language: LanguageCode | undefined): Promise<Corpus> {
  const corpus = new Corpus(uriOf(root), nodeWorkspace, new Sources(nodeWorkspace));
  await corpus.load();
  if (language) corpus.configuration = { ...corpus.configuration, languages: [language] };
  return corpus;
}

/**
 * The texts that paths name, in their order: of a folder every text below it
 * that the corpus' `include` and `exclude` take in, sorted. A path that leads
 * nowhere is reported, and the others follow.
 */
export async function* textFiles(
  paths: readonly string[],
  io: Io,
  failures: Failures,
  corpora = new Corpora(),
): AsyncGenerator<TextFile> {
  for (const given of paths) {
    const path = resolve(io.cwd, given);
    const facts = await failures.guard(() => factsOf(path, given));
    if (!facts) continue;
    if (!facts.isDirectory()) {
      yield { shown: given, path, corpus: await corpora.of(path) };
      continue;
    }
    const found = await findFiles(nodeWorkspace, uriOf(path), (name) => /\.txt$/i.test(name));
    for (const uri of found) {
      const file = pathOf(uri);
      if (file === null) continue;
      const corpus = await corpora.of(file, path);
      if (corpus.includes(uri)) yield { shown: shownLike(given, file, io), path: file, corpus };
    }
  }
}

/** A path as it is printed beside an argument: absolute where that was, else relative to the working folder. */
export function shownLike(given: string, path: string, io: Io): string {
  return isAbsolute(given) ? path : relative(io.cwd, path);
}

/**
 * The canonical text of a file.
 * @throws {FileRefused} where there is none, or it is no UTF-8
 */
export async function readText(path: string, shown = path): Promise<string> {
  return canonical(await readSource(path, shown));
}

/**
 * The text of a file as it lies there, a byte-order mark and line ends kept.
 * @throws {FileRefused} where there is none, or it is no UTF-8
 */
export async function readSource(path: string, shown = path): Promise<string> {
  const bytes = await readFile(path).catch((error) => {
    throw refusal(shown, error);
  });
  return decode(bytes, shown);
}

/** The canonical text of UTF-8 bytes. */
export function decodeText(bytes: Uint8Array, shown: string): string {
  return canonical(decode(bytes, shown));
}

function decode(bytes: Uint8Array, shown: string): string {
  const text = decodeUtf8(bytes);
  if (text !== null) return text;
  throw new FileRefused(
    shown,
    'This is not UTF-8 text. Save it as UTF-8 first; it was left alone.',
  );
}

/** The one text that a command is about; only a `.txt` has sidecars. */
export function textOperand(given: string, io: Io): { path: string; name: string; folder: string } {
  const path = resolve(io.cwd, given);
  const name = basename(path);
  if (!/\.txt$/i.test(name)) {
    throw new UsageError(`${given}: Tags belong to a text, whose name ends in .txt.`);
  }
  return { path, name, folder: dirname(path) };
}

/** What a path leads to. */
export async function factsOf(path: string, shown: string) {
  return stat(path).catch((error) => {
    throw refusal(shown, error);
  });
}

function refusal(shown: string, error: unknown): FileRefused {
  const code = codeOf(error);
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'There is no such file or folder.',
    ENOTDIR: 'There is no such file or folder.',
    EISDIR: 'This is a folder, not a file.',
    EACCES: 'There is no permission to read it.',
    ERR_FS_FILE_TOO_LARGE: 'The file is too large to be read.',
  };
  return new FileRefused(shown, known[code] ?? `The system answers ${code}.`, error);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );
}
