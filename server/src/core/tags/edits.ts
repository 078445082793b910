import type { Span } from '../span.ts';
import { contextOf, type TextAccess } from './context.ts';
import { movedFragments } from './fragments.ts';
import { newId } from './id.ts';
import type { PlacedTag, Sidecar, Tag, TagStatus, TextFingerprint } from './model.ts';
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

/** Takes a tag away, with every relation from or to it; the same sidecar where there is no such tag. */
export function removeTag(sidecar: Sidecar, id: string): Sidecar {
  const tags = sidecar.tags.filter((tag) => tag.id !== id);
  if (tags.length === sidecar.tags.length) return sidecar;
  const relations = sidecar.relations.filter(({ from, to }) => from !== id && to !== id);
  return { ...sidecar, tags, relations };
}

/** Gives a tag another label. */
export function relabel(sidecar: Sidecar, id: string, label: string): Sidecar {
  return changeTag(sidecar, id, (tag) => ({ ...tag, label }));
}

/** Links a tag to an entity of the registry; null or an empty id unlinks it. */
export function link(sidecar: Sidecar, id: string, entity: string | null): Sidecar {
  return changeTag(sidecar, id, (tag) => withOptional(tag, 'entity', entity));
}

/** Writes a tag's note; an empty one removes it. */
export function setNote(sidecar: Sidecar, id: string, note: string): Sidecar {
  return changeTag(sidecar, id, (tag) => withOptional(tag, 'note', note));
}

/** Says what a reviewer decided about a tag. */
export function setStatus(sidecar: Sidecar, id: string, status: TagStatus): Sidecar {
  return changeTag(sidecar, id, (tag) => ({ ...tag, status }));
}

/** Puts a tag over another span and takes its quote and surroundings from there; fragments are given up. */
export function replaceSpan(sidecar: Sidecar, id: string, span: Span, text: TextAccess): Sidecar {
  return changeTag(sidecar, id, ({ fragments: _, ...tag }) => ({
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
  const { prefix, suffix } = contextOf(text, { start, end });
  const same =
    tag.start === start && tag.end === end && tag.prefix === prefix && tag.suffix === suffix;
  if (same) return tag;
  const fragments = movedFragments(tag, { start, end }, text);
  return { ...tag, start, end, prefix, suffix, ...(fragments && { fragments }) };
}

function withoutFragments({ fragments: _, ...tag }: Tag): Tag {
  return tag;
}

function changeTag(sidecar: Sidecar, id: string, change: (tag: Tag) => Tag): Sidecar {
  const tags = sidecar.tags.map((tag) => (tag.id === id ? change(tag) : tag));
  return { ...sidecar, tags: sortTags(tags) };
}

function withOptional(tag: Tag, key: 'entity' | 'note', value: string | null): Tag {
  if (value) return { ...tag, [key]: value };
  const { [key]: _, ...rest } = tag;
  return rest;
}

function withTag(tags: readonly Tag[], tag: Tag): Tag[] {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareTags(tags[middle], tag) < 0) low = middle + 1;
    else high = middle;
  }
  return [...tags.slice(0, low), tag, ...tags.slice(low)];
}
