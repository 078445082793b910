import type { Span } from '../span.ts';

/** One entity of the registry. */
export interface Entity {
  readonly id: string;
  /** `PER`, `ORG`, `LOC`, `MISC` or a label of the tagset. */
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string;
  /** URLs of the same entity elsewhere, such as Wikidata. */
  readonly sameAs?: readonly string[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The content of `entities.json` with where each entity stands in its source. */
export interface Registry {
  readonly entities: ReadonlyMap<string, Entity>;
  /** Where each entity's record stands in the source of `entities.json`. */
  readonly places: ReadonlyMap<string, Span>;
}
