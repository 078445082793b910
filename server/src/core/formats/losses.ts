/**
 * What a sidecar can hold besides labelled spans of text, and what a format
 * that lacks it loses: one of them, several of them.
 */
const names = {
  entity: ['link to an entity', 'links to entities'],
  attributes: ['attribute', 'attributes'],
  note: ['note', 'notes'],
  by: ['annotator', 'annotators'],
  at: ['time', 'times'],
  status: ['status', 'statuses'],
  rejected: ['rejected tag', 'rejected tags'],
  fragments: ['gap inside a tag', 'gaps inside tags'],
  overlap: ['overlapping tag', 'overlapping tags'],
  empty: ['empty tag', 'empty tags'],
  relations: ['relation', 'relations'],
  document: ['label or attribute of the text', 'labels and attributes of the text'],
  extra: ['unknown key', 'unknown keys'],
  lost: ['tag whose text is gone', 'tags whose text is gone'],
  boundary: ['tag with moved ends', 'tags with moved ends'],
  title: ['label under a changed name', 'labels under a changed name'],
  event: ['event', 'events'],
  other: ['other annotation', 'other annotations'],
} as const;

/** Something that a format may be unable to hold. */
export type Feature = keyof typeof names;

/** What a sidecar says of tags and texts. */
const said: readonly Feature[] = [
  'entity',
  'attributes',
  'note',
  'by',
  'at',
  'status',
  'fragments',
  'overlap',
  'empty',
  'relations',
  'document',
];

/** What a format holds that lacks only these. */
export function allBut(...missing: readonly Feature[]): ReadonlySet<Feature> {
  return new Set(said.filter((feature) => !missing.includes(feature)));
}

/** So much of something did not go from a text's sidecar into a format, or the other way. */
export interface Loss {
  /** The text's file. */
  readonly file: string;
  readonly what: Feature;
  readonly count: number;
}

/** Counts what is lost. */
export class Losses {
  readonly #counts = new Map<string, Map<Feature, number>>();

  /** @param file the text's file */
  add(file: string, what: Feature, count = 1): void {
    if (count === 0) return;
    const counts = this.#counts.get(file) ?? new Map<Feature, number>();
    this.#counts.set(file, counts);
    counts.set(what, (counts.get(what) ?? 0) + count);
  }

  addAll(losses: readonly Loss[]): void {
    for (const { file, what, count } of losses) this.add(file, what, count);
  }

  list(): Loss[] {
    return [...this.#counts].flatMap(([file, counts]) =>
      Array.from(counts, ([what, count]) => ({ file, what, count })),
    );
  }
}

/** What one text lost, for a person: `2 notes, 1 relation`. */
export function lossText(losses: readonly Loss[]): string {
  return losses.map(({ what, count }) => `${count} ${names[what][count === 1 ? 0 : 1]}`).join(', ');
}
