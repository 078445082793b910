import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../core/problem.ts';
import { anchorTags } from '../core/tags/anchor.ts';
import { withOffsets } from '../core/tags/edits.ts';
import { sidecarOf } from '../core/tags/files.ts';
import { fingerprintOf } from '../core/tags/fingerprint.ts';
import type { Sidecar } from '../core/tags/model.ts';
import { parseSidecar } from '../core/tags/sidecar.ts';
import { ChunkedText } from '../core/text/document.ts';
import { FileRefused } from '../node/write.ts';
import { readText } from './texts.ts';

/** One annotator's sidecar of a text, as it lies on disk. */
export interface LayerFile {
  readonly path: string;
  /** Absent for the main sidecar. */
  readonly layer?: string;
  readonly source: string;
  /** Null where the source cannot be read. */
  readonly sidecar: Sidecar | null;
  readonly problems: readonly Problem[];
}

/** Finds sidecars; lists every folder once. */
export class Sidecars {
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, Found[]>>>();

  /** The sidecars of a text: the main one first, then the layers by name. */
  async of(text: string): Promise<LayerFile[]> {
    const folder = dirname(text);
    const listing = this.#folders.get(folder) ?? sidecarsIn(folder);
    this.#folders.set(folder, listing);
    const found = (await listing).get(basename(text)) ?? [];
    return Promise.all(found.map(({ name, layer }) => readLayer(join(folder, name), layer)));
  }
}

interface Found {
  readonly name: string;
  readonly layer?: string;
}

async function sidecarsIn(folder: string): Promise<ReadonlyMap<string, Found[]>> {
  const texts = new Map<string, Found[]>();
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const sidecar = sidecarOf(name);
    if (!sidecar) continue;
    const found = { name, layer: sidecar.layer };
    const others = texts.get(sidecar.text) ?? [];
    texts.set(sidecar.text, sidecar.layer ? [...others, found] : [found, ...others]);
  }
  return texts;
}

async function readLayer(path: string, layer: string | undefined): Promise<LayerFile> {
  const source = await readText(path).catch((error: unknown) => {
    if (error instanceof FileRefused) return error;
    throw error;
  });
  if (source instanceof FileRefused) {
    const problems = [{ start: 0, end: 0, message: source.message }];
    return { path, layer, source: '', sidecar: null, problems };
  }
  const { value, problems } = parseSidecar(source);
  return { path, layer, source, sidecar: value, problems };
}

/**
 * A sidecar's content, or a refusal that says where it cannot be read.
 * @throws {FileRefused}
 */
export function readableSidecar(source: string, shown: string): Sidecar {
  const { value, problems } = parseSidecar(source);
  if (value) return value;
  throw firstProblem(source, shown, problems);
}

/** The first of a source's problems as a refusal that names line and column. */
export function firstProblem(
  source: string,
  shown: string,
  problems: readonly Problem[],
): FileRefused {
  const [problem] = problems;
  const { line, character } = new ChunkedText(source).positionAt(problem?.start ?? 0);
  const message = problem?.message ?? 'It cannot be read.';
  return new FileRefused(`${shown}:${line + 1}:${character + 1}`, message);
}

/** The sidecar with offsets of the text as it is; the same one where they fit already. */
export function fitted(sidecar: Sidecar, text: string): Sidecar {
  const fingerprint = fingerprintOf(text);
  if (sidecar.text.sha256 === fingerprint.sha256) return sidecar;
  return withOffsets(sidecar, anchorTags(sidecar, text), text, fingerprint);
}
