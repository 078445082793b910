import { type Listing, MOST_OF_A_CODE } from '../core/analysis/listing.ts';
import type { Problem } from '../core/problem.ts';
import type { Code, Finding, Fix, RelatedPlace } from '../core/rules/finding.ts';
import { overlaps, type Span } from '../core/span.ts';
import type { Conflict } from '../core/tags/conflicts.ts';
import type { PlacedTag, Relation, Tag } from '../core/tags/model.ts';
import { conflictMarker } from '../core/tags/sidecar.ts';

/** A sidecar as far as its conflicts go. */
export interface LayerView {
  readonly uri: string;
  /** Absent for the main sidecar. */
  readonly name: string | undefined;
  readonly source: string;
  /** Where each tag and relation stands in the source, as `linesById` gives it. */
  readonly lines: ReadonlyMap<string, Span>;
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
  placed(): readonly PlacedTag[];
}

/** The conflicts of a text's sidecars, where their tags lie in the text; each names the lines of the versions. */
export function textConflicts(layers: readonly LayerView[]): Listing {
  const findings = layers.flatMap((layer) => {
    const listed = layer.conflicts.slice(0, MOST_OF_A_CODE);
    if (listed.length === 0) return [];
    const ids = new Set(listed.map((conflict) => idsOf(conflict)[0]));
    const known = layer.placed().filter(({ tag }) => ids.has(tag.id));
    const places = new Map(known.map((placed) => [placed.tag.id, placed]));
    return listed.map((conflict) => {
      const [id] = idsOf(conflict);
      const { start, end } = places.get(id) ?? { start: 0, end: 0 };
      return findingOf(conflict, layer, { start, end }, layer.uri);
    });
  });
  const count = layers.reduce((sum, { conflicts }) => sum + conflicts.length, 0);
  return { findings, counts: new Map([['sidecar/conflict', count]]) };
}

/** What is wrong with a sidecar, where it stands in the sidecar: what cannot be read, git's markers, the first `most` conflicts. */
export function sidecarFindings(layer: LayerView, most = MOST_OF_A_CODE): Listing {
  const { source, problems, conflicts } = layer;
  const code = conflictMarker.test(source) ? 'sidecar/conflict' : 'sidecar/invalid';
  const findings = problems.map((problem): Finding => ({ code, ...problem }));
  for (const conflict of conflicts.slice(0, most)) {
    findings.push(findingOf(conflict, layer, placeOf(conflict, layer), undefined));
  }
  const counts = new Map<Code, number>([['sidecar/conflict', conflicts.length]]);
  return { findings, counts: counts.set(code, (counts.get(code) ?? 0) + problems.length) };
}

/** The conflicts that stand in a stretch of a sidecar. */
export function conflictsAt(layer: LayerView, within: Span): Finding[] {
  return layer.conflicts.flatMap((conflict) => {
    const place = placeOf(conflict, layer);
    return overlaps(place, within) ? [findingOf(conflict, layer, place, undefined)] : [];
  });
}

function placeOf(conflict: Conflict, layer: LayerView): Span {
  const [id] = idsOf(conflict);
  return lineOf(layer, id);
}

function findingOf(
  conflict: Conflict,
  layer: LayerView,
  span: Span,
  file: string | undefined,
): Finding {
  const names = conflict.versions.map((version) => nameOf(conflict, version));
  return {
    code: 'sidecar/conflict',
    ...span,
    message: `${subject(conflict)} has ${names.length} versions that could not be merged: ${names.join(' and ')}. Choose one.`,
    related: relatedTo(conflict, layer, names, file),
    fixes: fixesOf(conflict, names, layer.name),
    ...(conflict.kind === 'tag' && { tag: conflict.id }),
  };
}

function subject(conflict: Conflict): string {
  if (conflict.kind === 'field') return `The ${conflict.room} field “${conflict.key}”`;
  if (conflict.kind === 'relation') return 'This relation';
  const known = conflict.versions.find((version) => version !== null);
  return `The tag of “${short(known?.quote ?? '')}”`;
}

/** What a person calls one version: its label and whatever else of it differs, or that it was removed. */
function nameOf(conflict: Conflict, version: unknown): string {
  if (version === null || version === undefined) return 'removed';
  if (conflict.kind === 'field') return JSON.stringify(version);
  const item = version as Tag | Relation;
  const versions: readonly (Tag | Relation | null)[] = conflict.versions;
  const others = versions.filter((other) => other && other !== item);
  const differs = (key: keyof Tag): boolean =>
    others.some(
      (other) => JSON.stringify((other as Tag)[key]) !== JSON.stringify((item as Tag)[key]),
    );
  const details = (['quote', 'entity', 'status', 'note', 'attributes'] as const)
    .filter(differs)
    .map((key) => `${key} ${short(JSON.stringify((item as Tag)[key]) ?? 'none')}`);
  return [item.label, ...details].join(', ');
}

function relatedTo(
  conflict: Conflict,
  layer: LayerView,
  names: readonly string[],
  file: string | undefined,
): RelatedPlace[] {
  if (conflict.kind === 'field') return [];
  const versions: readonly (Tag | Relation | null)[] = conflict.versions;
  return versions.flatMap((version, i) => {
    if (!version) return [];
    const place = lineOf(layer, version.id);
    return [{ ...place, ...(file !== undefined && { file }), message: `Version: ${names[i]}` }];
  });
}

function fixesOf(conflict: Conflict, names: readonly string[], layer: string | undefined): Fix[] {
  const fix = (title: string, keep: number | 'all'): Fix => {
    const id = conflict.kind === 'field' ? `${conflict.room}/${conflict.key}` : conflict.id;
    const argument = { id, keep, layer: layer ?? '' };
    return { title, kind: 'command', command: 'glossator.resolve', argument };
  };
  const choices = names.map((name, i) => fix(name === 'removed' ? 'Remove it' : `Keep ${name}`, i));
  const several = idsOf(conflict).length > 1;
  return several ? [...choices, fix('Keep all versions', 'all')] : choices;
}

/** Ids of the versions that exist, the one in force first; none of a field. */
function idsOf(conflict: Conflict): string[] {
  if (conflict.kind === 'field') return [];
  const versions: readonly (Tag | Relation | null)[] = conflict.versions;
  return versions.flatMap((version) => (version ? [version.id] : []));
}

/** The line of a sidecar that holds the tag or relation of that id; the first unit where it is not found. */
function lineOf({ source, lines }: LayerView, id: string | undefined): Span {
  const line = id === undefined ? undefined : lines.get(JSON.stringify(id));
  return line ?? { start: 0, end: Math.min(1, source.length) };
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
