import type { Span } from '../span.ts';

export type TagStatus = 'suggested' | 'accepted' | 'rejected';

export type AttributeValue = string | number | boolean;

/** One tag as a sidecar stores it. Offsets are of the canonical text (UTF-16 code units, half-open). */
export interface Tag extends Span {
  /** Random, so that branches never collide: `newId()`. */
  readonly id: string;
  readonly label: string;
  /** The tagged text, the first unit to the last. */
  readonly quote: string;
  /** Up to 32 units before the tag. */
  readonly prefix: string;
  /** Up to 32 units behind the tag. */
  readonly suffix: string;
  /** Pieces of a discontinuous tag, in order; `start` and `end` are then their hull. */
  readonly fragments?: readonly (readonly [number, number])[];
  /** Registry id of the entity mentioned. */
  readonly entity?: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly note?: string;
  /** Who made the tag. */
  readonly by?: string;
  /** When, as an ISO 8601 time. */
  readonly at?: string;
  /** Absent means accepted. */
  readonly status?: TagStatus;
  /** Keys this version does not know; they survive a round trip. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A directed, labelled link between two tags. */
export interface Relation {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** Fingerprint of the canonical text that the offsets belong to. */
export interface TextFingerprint {
  /** SHA-256 of the canonical text's UTF-8 bytes, lower-case hex. */
  readonly sha256: string;
  /** Length in UTF-16 code units. */
  readonly length: number;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The content of one `NAME.txt.tags.json`. Tags are sorted by start, end, id. */
export interface Sidecar {
  readonly text: TextFingerprint;
  readonly document: {
    readonly labels: readonly string[];
    readonly attributes: Readonly<Record<string, AttributeValue>>;
    readonly extra?: Readonly<Record<string, unknown>>;
  };
  readonly tags: readonly Tag[];
  readonly relations: readonly Relation[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** How sure it is that a tag stands where it was put. */
export type AnchorStatus = 'exact' | 'moved' | 'changed' | 'lost';

/** A tag as it lies in a given text now. */
export interface PlacedTag extends Span {
  readonly tag: Tag;
  readonly status: AnchorStatus;
  /** 0 to 1; 1 for exact, 0 for lost. */
  readonly confidence: number;
  /** The annotator's layer; absent for the main sidecar. */
  readonly layer?: string;
}
