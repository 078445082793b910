import { firstIndex } from '../search.ts';
import { makeTag } from '../tags/edits.ts';
import { fingerprintOf } from '../tags/fingerprint.ts';
import { newId } from '../tags/id.ts';
import type { AttributeValue, Sidecar, Tag } from '../tags/model.ts';
import { quotesWith, tooLong } from '../tags/quoteLimit.ts';
import { isAttributes, isId, readTag } from '../tags/read.ts';
import { sortTags } from '../tags/serialise.ts';
import { emptySidecar } from '../tags/sidecar.ts';
import { canonical } from '../text/canonical.ts';
import type { ReadTag, ReadText } from './format.ts';

/** A text with the sidecar that a format's file makes. */
export interface ImportedText {
  readonly file: string;
  /** As in `ReadText`. */
  readonly layer?: string;
  /** The text as it was read, a byte-order mark and line ends kept. */
  readonly source: string;
  /** The canonical text. */
  readonly text: string;
  readonly sidecar: Sidecar;
  /** Why tags or relations are not in it, a sentence each. */
  readonly problems: readonly string[];
}

/** Ids as long as ours are as good as ours; a shorter one (`T1`) is some other file's, too. */
const LEAST_ID = 8;

/** Makes a text canonical, and of what a format says of it a sidecar. */
export function imported(read: ReadText): ImportedText {
  const { file, layer, text: source, tags, relations, document } = read;
  const text = canonical(source);
  const placeOf = offsetsOf(source);
  const problems: string[] = [];
  const made = new Map<string, Tag>();
  const units = quotesWith({ tags: [] }, tags);
  if (!units.fits) problems.push(tooLong(units, `The sidecar of ${file}`));
  const taken = new Set<string>();
  for (const tag of units.fits ? tags : []) {
    const fault = faultOf(tag, source) ?? (made.has(tag.ref) ? 'stands there twice' : null);
    if (fault) {
      problems.push(
        `The tag “${tag.ref}” (${tag.label || 'without a label'}) ${fault}; it is left out.`,
      );
      continue;
    }
    const attributes = keptOf(tag.attributes, `the tag “${tag.ref}”`, problems);
    const one = tagOf({ ...tag, attributes }, text, placeOf, idOf(tag.ref, taken));
    const report = (_: string, message: string) => problems.push(`${message} It is left out.`);
    if (readTag(one, '', text.length, report)) made.set(tag.ref, one);
  }
  const ends = relations.flatMap((relation) => {
    const [from, to] = [made.get(relation.from)?.id, made.get(relation.to)?.id];
    if (from === undefined || to === undefined) {
      problems.push(
        `The relation “${relation.label}” from “${relation.from}” to “${relation.to}” names a tag that is not there; it is left out.`,
      );
      return [];
    }
    return [{ id: idOf(relation.id ?? '', taken), label: relation.label, from, to }];
  });
  const empty = emptySidecar(fingerprintOf(text));
  const sidecar = {
    ...empty,
    document: {
      labels: document?.labels ?? [],
      attributes: keptOf(document?.attributes, 'the text', problems) ?? {},
    },
    tags: sortTags([...made.values()]),
    relations: ends,
  };
  return { file, layer, source, text, sidecar, problems };
}

/** The attributes that a sidecar can hold: it would not be read again with a number that is too large. */
function keptOf(
  attributes: Tag['attributes'],
  whose: string,
  problems: string[],
): Tag['attributes'] {
  if (attributes === undefined || isAttributes(attributes)) return attributes;
  const entries = Object.entries<AttributeValue>(attributes);
  const kept = entries.filter(([name, value]) => {
    const fits = isAttributes({ [name]: value });
    if (!fits) {
      problems.push(
        `The attribute “${name}” of ${whose} is no text, truth value or number that can be kept exactly (${value}); it is left out.`,
      );
    }
    return fits;
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function idOf(ref: string, taken: Set<string>): string {
  const id = ref.length >= LEAST_ID && isId(ref) && !taken.has(ref) ? ref : newId();
  taken.add(id);
  return id;
}

function tagOf(tag: ReadTag, text: string, placeOf: (offset: number) => number, id: string): Tag {
  const { ref, fragments, ...rest } = tag;
  const [start, end] = [placeOf(tag.start), placeOf(tag.end)];
  const pieces = fragments?.map(([from, to]): [number, number] => [placeOf(from), placeOf(to)]);
  return makeTag(
    { ...rest, id, start, end, ...(pieces && pieces.length > 1 && { fragments: pieces }) },
    text,
  );
}

/** Why a tag cannot be in a sidecar, or null where it can. */
function faultOf({ label, start, end, fragments }: ReadTag, text: string): string | null {
  if (label === '' || /\s/.test(label)) return 'has a label that is empty or holds white space';
  const places = [start, end, ...(fragments?.flat() ?? [])];
  const inside = places.every((place) => Number.isInteger(place) && place >= start && place <= end);
  if (!inside || start < 0 || end > text.length)
    return `lies outside the text (${start}–${end}, the text has ${text.length})`;
  if (places.some((place) => cutsPair(text, place))) return 'begins or ends within a character';
  return null;
}

function cutsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

/** Leads offsets of a text as it was read to those of the canonical text. */
function offsetsOf(source: string): (offset: number) => number {
  const mark = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!source.includes('\r\n')) return (offset) => Math.max(0, offset - mark);
  const ends = Array.from(source.matchAll(/\r\n/g), ({ index }) => index);
  return (offset) => Math.max(0, offset - mark - firstIndex(ends.length, (i) => ends[i] >= offset));
}
