import { didYouMean } from '../core/nearest.ts';
import { movedFragments } from '../core/tags/fragments.ts';
import type { PlacedTag, Sidecar } from '../core/tags/model.ts';
import { type Failures, UsageError } from './command.ts';
import type { Io } from './io.ts';
import { firstProblem, type LayerFile, type Sidecars } from './sidecars.ts';
import { shownLike, type TextFile } from './texts.ts';

/** How the command line names the sidecar that belongs to no layer. */
export const MAIN_LAYER = '-';

/** A sidecar that could be read. */
export type ReadLayer = LayerFile & { readonly sidecar: Sidecar };

/**
 * The sidecar's content.
 * @throws {FileRefused} where it cannot be read, which says where
 */
export function readLayer(layer: LayerFile, shown: string): ReadLayer {
  const { sidecar } = layer;
  if (!sidecar) throw firstProblem(layer.source, shown, layer.problems);
  return { ...layer, sidecar };
}

/** The sidecars of texts that belong to one layer, or all of them. */
export class ChosenLayers {
  readonly #sidecars: Sidecars;
  readonly #name: string | undefined;
  readonly #met = new Set<string>();
  #texts = 0;

  /** @param name of the layer; `-` for the main sidecars, undefined for all */
  constructor(sidecars: Sidecars, name: string | undefined) {
    this.#sidecars = sidecars;
    this.#name = name;
  }

  /** Those of a text. One that cannot be read is reported and left out. */
  async of({ path, shown }: TextFile, io: Io, failures: Failures): Promise<ReadLayer[]> {
    const read: ReadLayer[] = [];
    this.#texts++;
    for (const file of await this.#sidecars.of(path)) {
      const name = file.layer ?? MAIN_LAYER;
      this.#met.add(name);
      if (this.#name !== undefined && this.#name !== name) continue;
      const layer = await failures.guard(async () =>
        readLayer(file, shownLike(shown, file.path, io)),
      );
      if (layer) read.push(layer);
    }
    return read;
  }

  /**
   * To be asked when all texts have been seen.
   * @throws {UsageError} where none of them has the layer
   */
  expectMet(): void {
    if (this.#name === undefined || this.#texts === 0) return;
    expectLayer(this.#name, this.#met);
  }
}

/** @throws {UsageError} where a layer is none of those that were met */
export function expectLayer(name: string, met: ReadonlySet<string>): void {
  if (met.has(name)) return;
  throw new UsageError(
    name === MAIN_LAYER
      ? 'None of the texts has a sidecar without a layer.'
      : `None of the texts has a layer “${name}”.${didYouMean(name, met)}`,
  );
}

/** The pieces of a tag where it lies in a text: one, or several of a discontinuous tag. */
export function piecesOf(
  { tag, start, end }: PlacedTag,
  text: string,
): readonly (readonly [start: number, end: number])[] {
  return movedFragments(tag, { start, end }, text) ?? [[start, end]];
}
