import { anchorKeys, sameValue, withKeys } from '../tags/changes.ts';
import type { Relation, Tag } from '../tags/model.ts';
import { rivalOf } from '../tags/rivals.ts';
import { relationLine, tagLine } from '../tags/serialise.ts';
import { choose, type Fields, first, mergeFields } from './mergeFields.ts';

/** A tag, and the fingerprint (SHA-256) of the text that its offsets belong to. */
export interface TagOf {
  readonly tag: Tag;
  readonly sha256: string;
}

/** The keys of a tag that two people can disagree about one by one; `attributes` and `extra` go by their own keys. */
const singles = ['label', 'entity', 'note', 'status'] as const;

/**
 * Merges two versions of a tag. Where it stands counts as one thing, everything
 * else field by field; offsets that only followed their text are no change. Who
 * made the last change and when is never disputed: the later one is named.
 * @param text fingerprint of the text whose offsets are preferred
 * @returns one version, or two where the sides disagree: the one in force, then its rival
 */
export function mergeTag(base: TagOf | null, ours: TagOf, theirs: TagOf, text: string): TagOf[] {
  const place = mergePlace(base, ours, theirs, text);
  const fields = mergeFields(
    base ? tagFields(base.tag) : new Map(),
    tagFields(ours.tag),
    tagFields(theirs.tag),
  );
  const agreed = place.length === 1 && fields.clashes.length === 0;
  const versions = [
    version(ours.tag, fields.ours, place[0]),
    version(theirs.tag, fields.theirs, place[1] ?? place[0]),
  ];
  if (!agreed) return withRival(versions);
  const latest = latestOf(base?.tag, ours.tag, theirs.tag);
  return [{ ...versions[0], tag: withKeys(versions[0].tag, latest, ['by', 'at']) }];
}

/** Whether a side did more to a tag than let it follow its text. */
export function isTagChanged(base: TagOf, now: TagOf): boolean {
  return !samePlace(base, now) || !sameValue(asObject(base.tag), asObject(now.tag));
}

function asObject(tag: Tag): unknown {
  return Object.fromEntries(tagFields(tag));
}

/** Merges two versions of a relation, field by field: one version, or the one in force and its rival. */
export function mergeRelation(base: Relation | null, ours: Relation, theirs: Relation): Relation[] {
  const fields = mergeFields(
    base ? relationFields(base) : new Map(),
    relationFields(ours),
    relationFields(theirs),
  );
  const a = relationWith(ours.id, fields.ours);
  if (fields.clashes.length === 0) return [a];
  const b = relationWith(ours.id, fields.theirs);
  const [winner, loser] = relationLine(a) <= relationLine(b) ? [a, b] : [b, a];
  return [winner, rivalOf(loser)];
}

/** The version whose line comes first stays, the other becomes its rival; so the sides' order does not matter. */
function withRival(versions: readonly TagOf[]): TagOf[] {
  const [winner, loser] = [...versions].sort((a, b) => (tagLine(a.tag) <= tagLine(b.tag) ? -1 : 1));
  return [winner, { ...loser, tag: rivalOf(loser.tag) }];
}

/** Where a tag stands after the merge: one place, or ours and theirs where both put it elsewhere. */
function mergePlace(base: TagOf | null, ours: TagOf, theirs: TagOf, text: string): TagOf[] {
  const weMoved = !base || !samePlace(base, ours);
  const theyMoved = !base || !samePlace(base, theirs);
  if (weMoved && theyMoved && !samePlace(ours, theirs)) return [ours, theirs];
  if (weMoved !== theyMoved) return [weMoved ? ours : theirs];
  if (ours.sha256 !== theirs.sha256) return [ours.sha256 === text ? ours : theirs];
  const [was, a, b] = [base, ours, theirs].map((side) => side && anchorOf(side.tag));
  const anchor = choose(was, a, b)?.value ?? first(a, b);
  return [sameValue(anchor, a) ? ours : theirs];
}

/** Whether nobody put the tag elsewhere between two versions: the offsets may differ as far as the texts do. */
function samePlace(a: TagOf, b: TagOf): boolean {
  if (a.tag.quote !== b.tag.quote) return false;
  if (a.sha256 !== b.sha256)
    return (a.tag.fragments === undefined) === (b.tag.fragments === undefined);
  return (
    a.tag.start === b.tag.start &&
    a.tag.end === b.tag.end &&
    sameValue(a.tag.fragments, b.tag.fragments)
  );
}

function anchorOf(tag: Tag): unknown {
  return anchorKeys.map((key) => tag[key] ?? null);
}

/** The version of the tag that names whoever changed it last: by time, then by name. */
function latestOf(base: Tag | undefined, ours: Tag, theirs: Tag): Tag {
  const [was, a, b] = [base, ours, theirs].map((tag) => tag && signature(tag));
  const chosen = choose(was, a, b)?.value ?? [a, b].sort()[1];
  return chosen === a ? ours : theirs;
}

/** Who made a tag and when, as a string that sorts by time. */
function signature({ at, by }: Tag): string {
  return JSON.stringify([at ?? '', by ?? '', at !== undefined, by !== undefined]);
}

/** A tag's fields as they are merged: each attribute and each unknown key is one. */
function tagFields(tag: Tag): Fields {
  const fields: [string, unknown][] = singles.map((key) => [key, tag[key]]);
  if (tag.attributes) fields.push(['attributes', true]);
  return new Map([
    ...fields.filter(([, value]) => value !== undefined),
    ...prefixed('attributes/', tag.attributes),
    ...prefixed('extra/', tag.extra),
  ]);
}

/** The tag with merged fields and the place of another version. */
function version({ id, by, at }: Tag, fields: Fields, place: TagOf): TagOf {
  const attributes = unprefixed('attributes/', fields);
  const extra = unprefixed('extra/', fields);
  const { start, end, quote, prefix, suffix, fragments } = place.tag;
  const optional = { fragments, entity: fields.get('entity'), note: fields.get('note') };
  const rest = { ...optional, by, at, status: fields.get('status') };
  const tag: Tag = {
    id,
    label: String(fields.get('label')),
    start,
    end,
    quote,
    prefix,
    suffix,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...((fields.has('attributes') || attributes.length > 0) && {
      attributes: Object.fromEntries(attributes) as Tag['attributes'],
    }),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  };
  return { tag, sha256: place.sha256 };
}

function relationFields({ label, from, to, extra }: Relation): Fields {
  return new Map([...Object.entries({ label, from, to }), ...prefixed('extra/', extra)]);
}

function relationWith(id: string, fields: Fields): Relation {
  const [label, from, to] = ['label', 'from', 'to'].map((key) => String(fields.get(key)));
  const extra = unprefixed('extra/', fields);
  return { id, label, from, to, ...(extra.length > 0 && { extra: Object.fromEntries(extra) }) };
}

function prefixed(prefix: string, values: object | undefined): [string, unknown][] {
  return Object.entries(values ?? {}).map(([key, value]) => [prefix + key, value]);
}

function unprefixed(prefix: string, fields: Fields): [string, unknown][] {
  return [...fields].flatMap(([key, value]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
  );
}
