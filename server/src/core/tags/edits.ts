import { firstIndex } from '../search.ts';
import type { Span } from '../span.ts';
import { contextOf, surroundings, type TextAccess } from './context.ts';
import { movedFragments } from './fragments.ts';
import { newId } from './id.ts';
import type {
  AttributeValue,
  PlacedTag,
  Sidecar,
  Tag,
  TagStatus,
  TextFingerprint,
} from './model.ts';
import { compareTags, sortTags } from './serialise.ts';

/** What a person says about a new tag; the rest is read off the text. */
export interface TagDraft extends Span {
  readonly label: string;
  readonly entity?: string;
  readonly note?: string;
  readonly by?: string;
  /** ISO 8601 time. */
  readonly at?: string;
  readonly status?: TagStatus;
  readonly attributes?: Tag['attributes'];
  readonly fragments?: Tag['fragments'];
  /** Random when absent. */
  readonly id?: string;
}

/**
 * The tag that a draft makes over a text.
 * @param text canonical text that the draft's span belongs to
 */
export function makeTag(draft: TagDraft, text: TextAccess): Tag {
  const {
    id = newId(),
    label,
    start,
    end,
    fragments,
    entity,
    attributes,
    note,
    by,
    at,
    status,
  } = draft;
  const rest = { fragments, entity, attributes, note, by, at, status };
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { id, label, start, end, ...contextOf(text, draft), ...known };
}

/** Adds a tag; the sidecar's offsets must belong to the text already (`withOffsets`). */
export function addTag(
  sidecar: Sidecar,
  draft: TagDraft,
  text: TextAccess,
): { sidecar: Sidecar; tag: Tag } {
  const tag = makeTag(draft, text);
  return { sidecar: { ...sidecar, tags: withTag(sidecar.tags, tag) }, tag };
}

/** The id of one tag, or the ids of several, which are changed in one pass. */
export type Ids = string | ReadonlySet<string>;

/** Takes tags away, with every relation from or to them; the same sidecar where there are no such tags. */
export function removeTag(sidecar: Sidecar, ids: Ids): Sidecar {
  const tags = sidecar.tags.filter(({ id }) => !isAmong(id, ids));
  if (tags.length === sidecar.tags.length) return sidecar;
  const relations = sidecar.relations.filter(
    ({ from, to }) => !isAmong(from, ids) && !isAmong(to, ids),
  );
  return { ...sidecar, tags, relations };
}

/** Gives tags another label. */
export function relabel(sidecar: Sidecar, ids: Ids, label: string): Sidecar {
  return changeTags(sidecar, ids, (tag) => ({ ...tag, label }));
}

/** Links tags to an entity of the registry; null or an empty id unlinks them. */
export function link(sidecar: Sidecar, ids: Ids, entity: string | null): Sidecar {
  return changeTags(sidecar, ids, (tag) => withOptional(tag, 'entity', entity));
}

/** Writes a tag's note; an empty one removes it. */
export function setNote(sidecar: Sidecar, ids: Ids, note: string): Sidecar {
  return changeTags(sidecar, ids, (tag) => withOptional(tag, 'note', note));
}

/** Gives an attribute of tags a value; null takes the attribute away. */
export function setAttribute(
  sidecar: Sidecar,
  ids: Ids,
  name: string,
  value: AttributeValue | null,
): Sidecar {
  return changeTags(sidecar, ids, ({ attributes, ...tag }) => {
    const others = Object.entries(attributes ?? {}).filter(([key]) => key !== name);
    const all = value === null ? others : [...Object.entries(attributes ?? {}), [name, value]];
    return all.length === 0 ? tag : { ...tag, attributes: Object.fromEntries(all) };
  });
}

/** Says what a reviewer decided about tags. */
export function setStatus(sidecar: Sidecar, ids: Ids, status: TagStatus): Sidecar {
  return changeTags(sidecar, ids, (tag) => ({ ...tag, status }));
}

/** Gives tags the quote and surroundings that stand where they lie: a person says that the place is right. */
export function adoptPlace(sidecar: Sidecar, ids: Ids, text: TextAccess): Sidecar {
  return changeTags(sidecar, ids, (tag) => ({ ...tag, ...contextOf(text, tag) }));
}

/** Puts a tag over another span and takes its quote and surroundings from there; fragments are given up. */
export function replaceSpan(sidecar: Sidecar, ids: Ids, span: Span, text: TextAccess): Sidecar {
  return changeTags(sidecar, ids, ({ fragments: _, ...tag }) => ({
    ...tag,
    start: span.start,
    end: span.end,
    ...contextOf(text, span),
  }));
}

/**
 * The sidecar with offsets of the text as it is now. A tag whose text still
 * reads as its quote gets fresh surroundings, and so does a changed one, which
 * keeps its old quote until a person says that the change is right. A lost tag
 * keeps quote, prefix and suffix, and collapses to the point where it was.
 */
export function withOffsets(
  sidecar: Sidecar,
  placed: readonly PlacedTag[],
  text: TextAccess,
  fingerprint: TextFingerprint,
): Sidecar {
  const places = new Map(placed.map((place) => [place.tag.id, place]));
  const tags = sidecar.tags.map((tag) => {
    const place = places.get(tag.id);
    return place ? tagAt(tag, place, text, fingerprint.length) : tag;
  });
  return { ...sidecar, text: { ...sidecar.text, ...fingerprint }, tags: sortTags(tags) };
}

function tagAt(tag: Tag, place: PlacedTag, text: TextAccess, length: number): Tag {
  const start = Math.min(place.start, length);
  const end = Math.min(place.end, length);
  if (place.status === 'lost') {
    return tag.start === start && tag.end === start
      ? tag
      : { ...withoutFragments(tag), start, end: start };
  }
  const { prefix, suffix } = surroundings(text, { start, end });
  const same =
    tag.start === start && tag.end === end && tag.prefix === prefix && tag.suffix === suffix;
  if (same) return tag;
  const fragments = movedFragments(tag, { start, end }, text);
  return { ...tag, start, end, prefix, suffix, ...(fragments && { fragments }) };
}

function withoutFragments({ fragments: _, ...tag }: Tag): Tag {
  return tag;
}

function changeTags(sidecar: Sidecar, ids: Ids, change: (tag: Tag) => Tag): Sidecar {
  const tags = sidecar.tags.map((tag) => (isAmong(tag.id, ids) ? change(tag) : tag));
  return { ...sidecar, tags: sortTags(tags) };
}

function isAmong(id: string, ids: Ids): boolean {
  return typeof ids === 'string' ? id === ids : ids.has(id);
}

function withOptional(tag: Tag, key: 'entity' | 'note', value: string | null): Tag {
  if (value) return { ...tag, [key]: value };
  const { [key]: _, ...rest } = tag;
  return rest;
}

function withTag(tags: readonly Tag[], tag: Tag): Tag[] {
  const at = firstIndex(tags.length, (i) => compareTags(tags[i], tag) >= 0);
  return [...tags.slice(0, at), tag, ...tags.slice(at)];
}
