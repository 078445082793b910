import { addTo } from '../lists.ts';
import type { Span } from '../span.ts';
import { isAccepted } from '../tags/accepted.ts';
import type { TextAccess } from '../tags/context.ts';
import { movedFragments } from '../tags/fragments.ts';
import { spanKey, tagKey } from '../tags/likeness.ts';
import type { PlacedTag } from '../tags/model.ts';
import { type Stretch, TagPlaces } from './tagPlaces.ts';

/** One annotator's tags as they lie in the text. */
export interface Annotated {
  /** The layer's name. */
  readonly name: string;
  readonly tags: readonly PlacedTag[];
}

/** What one or several annotators have at a place: no tags, one, or several. */
export interface Version {
  /** The layers that have it, by name. */
  readonly layers: readonly string[];
  /** In text order, as the first of the layers has them, or the first that has a note on one. */
  readonly tags: readonly PlacedTag[];
}

/** A place where annotators differ. */
export interface Disagreement extends Span {
  /** All versions, the one that most layers have first. */
  readonly versions: readonly Version[];
  /** The tags of the main sidecar that say what was decided here; none where that is open. */
  readonly decided: readonly PlacedTag[];
}

/** What is to be decided between annotators of one text. */
export interface Adjudication {
  /** The tags that all layers have alike and that nothing was decided about, in text order. */
  readonly agreed: readonly PlacedTag[];
  /** The places where layers differ, in text order. */
  readonly places: readonly Disagreement[];
}

/**
 * Compares the layers of a text; of fewer than two there is nothing to say. Tags
 * that every layer has alike are agreed upon, the others make up the places (see
 * `TagPlaces`). Tags that are lost, rejected or only suggested are nobody's.
 * Time n log n in the tags.
 *
 * A tag of the main sidecar decides what it equals, be it accepted or rejected
 * there. An accepted one that equals no layer's tag is the curator's own: it decides
 * about the agreed tags of its very span, else about the places that it would belong to.
 * A rejected one of that kind, be it a model's or of a layer that has gone on, says
 * nothing about what the layers have now.
 */
export function adjudication(
  layers: readonly Annotated[],
  main: readonly PlacedTag[],
  text: TextAccess,
): Adjudication {
  if (layers.length < 2) return { agreed: [], places: [] };
  const sorted = [...layers].sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = sorted.map(({ name }) => name);
  const held = heldTags(sorted, text);
  const all = [...held.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  const agreed = all.filter(({ placed }) => placed.length === names.length);
  const places = new TagPlaces(all.filter(({ placed }) => placed.length < names.length));
  const decisions = new Map<string | number, PlacedTag[]>();
  const spans = new Set(agreed.map(({ span }) => span));
  for (const placed of main) {
    const { tag } = placed;
    if (isNowhere(placed) || tag.status === 'suggested') continue;
    const one = keyed(placed, text);
    const alike = held.get(one.key)?.placed.length;
    if (alike === names.length) addTo(decisions, one.key, placed);
    else if (alike === undefined && !isAccepted(tag)) continue;
    else if (alike === undefined && spans.has(one.span)) addTo(decisions, one.span, placed);
    else for (const place of places.near(one)) addTo(decisions, place, placed);
  }
  return {
    agreed: agreed
      .filter(({ key, span }) => !decisions.has(key) && !decisions.has(span))
      .flatMap(({ placed }) => fullest(placed) ?? []),
    places: places.all.map((tags, place) => ({
      start: tags[0].start,
      end: tags.reduce((end, tag) => Math.max(end, tag.end), 0),
      versions: versionsOf(tags, names),
      decided: decisions.get(place) ?? [],
    })),
  };
}

/** A tag where it lies, and what it has in common with its like. */
interface Keyed extends Stretch {
  readonly key: string;
  /** The same of every tag of the same span and fragments. */
  readonly span: string;
}

/** A tag that some layers have. */
interface Held extends Keyed {
  /** As each of them has it. */
  readonly placed: PlacedTag[];
}

function isNowhere({ start, end, status }: PlacedTag): boolean {
  return status === 'lost' || start === end;
}

function keyed(placed: PlacedTag, text: TextAccess): Keyed {
  const { tag, start, end } = placed;
  const fragments = movedFragments(tag, placed, text);
  const span = spanKey(placed, fragments);
  const pieces = fragments ?? [[start, end]];
  const length = pieces.reduce((sum, [from, to]) => sum + to - from, 0);
  return { start, end, length, span, key: tagKey(tag, span) };
}

/** Every tag that a layer has, once, by its key. @param layers by name */
function heldTags(layers: readonly Annotated[], text: TextAccess): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const { name, tags } of layers) {
    for (const own of tags) {
      if (isNowhere(own) || !isAccepted(own.tag)) continue;
      const placed = { ...own, layer: name };
      const one = keyed(placed, text);
      const known = held.get(one.key);
      if (!known) held.set(one.key, { ...one, placed: [placed] });
      else if (known.placed.at(-1)?.layer !== name) known.placed.push(placed);
    }
  }
  return held;
}

/** Of one tag as several layers have it: the first that has a note, or else the first; of none undefined. */
function fullest(placed: readonly PlacedTag[]): PlacedTag | undefined {
  return placed.find(({ tag }) => tag.note) ?? placed[0];
}

/** What every layer has at a place. */
function versionsOf(tags: readonly Held[], names: readonly string[]): Version[] {
  const alike = new Map<string, string[]>();
  for (const name of names) {
    const has = tags.map(({ placed }) => placed.some(({ layer }) => layer === name));
    addTo(alike, has.join(), name);
  }
  const versions = Array.from(alike.values(), (layers) => {
    const held = tags.map(({ placed }) =>
      placed.filter(({ layer = '' }) => layers.includes(layer)),
    );
    return { layers, tags: held.flatMap((placed) => fullest(placed) ?? []) };
  });
  return versions.sort(
    (a, b) =>
      b.layers.length - a.layers.length ||
      Number(a.tags.length === 0) - Number(b.tags.length === 0),
  );
}
