import { basename, dirname, join, resolve } from 'node:path';
import type { Annotation } from '../core/corpus/annotations.ts';
import { anchorTags } from '../core/tags/anchor.ts';
import { sidecarOf } from '../core/tags/files.ts';
import type { PlacedTag, Sidecar } from '../core/tags/model.ts';
import { ChunkedText } from '../core/text/document.ts';
import type { TokenTable } from '../core/text/tokens.ts';
import { readWhole } from '../core/text/wholeText.ts';
import { nodeWorkspace, pathOf, uriOf } from '../node/files.ts';
import { FileRefused } from '../node/write.ts';
import { findFiles } from '../workspace.ts';
import { type Failures, UsageError } from './command.ts';
import type { Io } from './io.ts';
import { expectLayer, MAIN_LAYER, piecesOf, readLayer } from './layers.ts';
import { readableSidecar, Sidecars } from './sidecars.ts';
import { Corpora, factsOf, readText, shownLike, textFiles } from './texts.ts';

/** A tag as annotators are compared by it. */
export interface ComparedTag extends Annotation {
  readonly quote: string;
}

/** One annotator's tags of a text. */
export interface Side {
  readonly tags: readonly ComparedTag[];
  /** How many more there are whose text is gone. */
  readonly lost: number;
}

/** What is known of a text itself. */
export interface ComparedText {
  readonly chunked: ChunkedText;
  readonly tokens: TokenTable;
}

/** A text with the tags of every annotator; null where one has no sidecar of it. */
export interface Compared {
  /** The file that places are given in. */
  readonly shown: string;
  /** Null where the text is missing, and offsets have to do. */
  readonly text: ComparedText | null;
  readonly sides: readonly (Side | null)[];
}

/** Whether a tag is to be compared. */
export type Counts = (tag: PlacedTag['tag']) => boolean;

/** A file as it is read and as it is printed. */
interface Place {
  readonly path: string;
  readonly shown: string;
}

/** The sidecars of one text, one from each annotator. */
interface SidecarSet {
  /** What the text is called where it is not found. */
  readonly shown: string;
  readonly sidecars: readonly (Place | null)[];
}

/**
 * What annotators made of texts: of each operand a sidecar, or a folder of
 * sidecars where those with one name below belong together.
 * @throws {UsageError} where files and folders are mixed, or the folders share no name
 */
export async function* bySidecars(
  operands: readonly string[],
  counts: Counts,
  io: Io,
  failures: Failures,
): AsyncGenerator<Compared> {
  const places = operands.map((shown) => ({ shown, path: resolve(io.cwd, shown) }));
  const facts = await Promise.all(places.map(({ path, shown }) => factsOf(path, shown)));
  const folders = facts.filter((fact) => fact.isDirectory()).length;
  if (folders > 0 && folders < facts.length) {
    throw new UsageError('Give sidecars only, or folders of sidecars only.');
  }
  const sets = folders > 0 ? await sharedSidecars(places, io) : [setOf(places)];
  const corpora = new Corpora();
  for (const set of sets) {
    const compared = await failures.guard(() => compare(set, counts, corpora));
    if (compared) yield compared;
  }
}

function setOf(sidecars: readonly Place[]): SidecarSet {
  return { shown: sidecars[0].shown, sidecars };
}

/** The sidecars below folders by their path there, in its order. */
async function sharedSidecars(folders: readonly Place[], io: Io): Promise<SidecarSet[]> {
  const sets = new Map<string, (Place | null)[]>();
  for (const [i, { path: folder, shown: given }] of folders.entries()) {
    const root = uriOf(folder);
    for (const uri of await findFiles(nodeWorkspace, root, (name) => sidecarOf(name) !== null)) {
      const path = pathOf(uri);
      if (path === null) continue;
      const name = uri.slice(root.length);
      const places = sets.get(name) ?? folders.map(() => null);
      places[i] = { path, shown: shownLike(given, path, io) };
      sets.set(name, places);
    }
  }
  const shared = [...sets].sort(([a], [b]) => (a < b ? -1 : 1));
  if (!shared.some(([, places]) => places.filter((place) => place !== null).length > 1)) {
    throw new UsageError('The folders have no sidecars with the same name.');
  }
  return shared.map(([, sidecars]) => ({
    shown: sidecars.find((place) => place !== null)?.shown ?? '',
    sidecars,
  }));
}

async function compare(
  { shown, sidecars }: SidecarSet,
  counts: Counts,
  corpora: Corpora,
): Promise<Compared> {
  const read = await Promise.all(
    sidecars.map(
      async (place) =>
        place && readableSidecar(await readText(place.path, place.shown), place.shown),
    ),
  );
  const found = await textBeside(sidecars);
  if (found) {
    const text = await readText(found.path, found.shown);
    const known = await knownOf(text, found.path, corpora);
    const sides = read.map((sidecar) => sidecar && placedSide(sidecar, text, counts));
    return { shown: found.shown, text: known, sides };
  }
  const texts = new Set(read.flatMap((sidecar) => (sidecar ? [sidecar.text.sha256] : [])));
  if (texts.size > 1) {
    throw new FileRefused(
      shown,
      'The text is missing, and the sidecars were made for different texts: their offsets cannot be compared.',
    );
  }
  return {
    shown,
    text: null,
    sides: read.map((sidecar) => sidecar && storedSide(sidecar, counts)),
  };
}

/** The text that lies beside one of the sidecars; the first one that is there. */
async function textBeside(sidecars: readonly (Place | null)[]): Promise<Place | undefined> {
  for (const place of sidecars) {
    const text = place && sidecarOf(basename(place.path))?.text;
    if (!place || !text) continue;
    const path = join(dirname(place.path), text);
    const isThere = await factsOf(path, path).then(
      (facts) => facts.isFile(),
      () => false,
    );
    if (isThere) return { path, shown: join(dirname(place.shown), text) };
  }
  return undefined;
}

async function knownOf(text: string, path: string, corpora: Corpora): Promise<ComparedText> {
  const chunked = new ChunkedText(text);
  const language = await (await corpora.of(path)).languageOf(chunked);
  return { chunked, tokens: readWhole(chunked, language).tokens };
}

/**
 * What annotators made of the texts below a path, each in a layer.
 * @param layers their names; `-` for the sidecar without one
 * @throws {UsageError} where none of the texts has such a layer
 */
export async function* byLayers(
  layers: readonly string[],
  path: string,
  counts: Counts,
  io: Io,
  failures: Failures,
): AsyncGenerator<Compared> {
  const sidecars = new Sidecars();
  const corpora = new Corpora();
  const met = new Set<string>();
  let texts = 0;
  for await (const file of textFiles([path], io, failures, corpora)) {
    texts++;
    const compared = await failures.guard(async (): Promise<Compared | null> => {
      const files = await sidecars.of(file.path);
      const byName = new Map(files.map((one) => [one.layer ?? MAIN_LAYER, one]));
      for (const name of byName.keys()) met.add(name);
      const wanted = layers.map((name) => byName.get(name) ?? null);
      if (wanted.every((one) => one === null)) return null;
      const read = wanted.map(
        (one) => one && readLayer(one, shownLike(file.shown, one.path, io)).sidecar,
      );
      const text = await readText(file.path, file.shown);
      const sides = read.map((sidecar) => sidecar && placedSide(sidecar, text, counts));
      return { shown: file.shown, text: await knownOf(text, file.path, corpora), sides };
    });
    if (compared) yield compared;
  }
  if (texts > 0) for (const layer of layers) expectLayer(layer, met);
}

/** The tags of a sidecar where they lie in the text as it is now. */
function placedSide(sidecar: Sidecar, text: string, counts: Counts): Side {
  const wanted = anchorTags(sidecar, text).filter(({ tag }) => counts(tag));
  const placed = wanted.filter(({ status }) => status !== 'lost');
  const tags = placed.map((one) => ({
    label: one.tag.label,
    start: one.start,
    end: one.end,
    quote: text.slice(one.start, one.end),
    ...(one.tag.fragments && { pieces: piecesOf(one, text) }),
  }));
  return { tags, lost: wanted.length - placed.length };
}

/** The tags of a sidecar at the offsets that it stores. */
function storedSide(sidecar: Sidecar, counts: Counts): Side {
  const tags = sidecar.tags.filter(counts).map(({ label, start, end, quote, fragments }) => ({
    label,
    start,
    end,
    quote,
    ...(fragments && { pieces: fragments }),
  }));
  return { tags, lost: 0 };
}
