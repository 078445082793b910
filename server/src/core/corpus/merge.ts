import { anchorTags } from '../tags/anchor.ts';
import { sameValue } from '../tags/changes.ts';
import { type Conflict, conflictsIn } from '../tags/conflicts.ts';
import { withOffsets } from '../tags/edits.ts';
import { fingerprintOf } from '../tags/fingerprint.ts';
import type { Relation, Sidecar, Tag, TextFingerprint } from '../tags/model.ts';
import { marked } from '../tags/rivals.ts';
import { sortTags } from '../tags/serialise.ts';
import { emptySidecar } from '../tags/sidecar.ts';
import { choose, mergeOrder } from './mergeFields.ts';
import { mergeHead } from './mergeHead.ts';
import { isTagChanged, mergeRelation, mergeTag, type TagOf } from './mergeTag.ts';

/** What a merge made, and what the sides disagree on that neither carried as a conflict before. */
export interface Merged {
  readonly value: Sidecar;
  readonly conflicts: readonly Conflict[];
}

/**
 * Merges two sidecars that grew out of one, tag by tag and field by field. What
 * one side added, changed or removed is taken; where both changed the same
 * thing differently, or one changed what the other removed, the result keeps
 * both versions, marked as a conflict. The sides' order does not matter.
 *
 * Offsets belong to the text of the side that changed it. Where tags of both
 * sides come together whose texts differ, they are found again in `text`;
 * without one the result has a fingerprint that fits no text, so that whoever
 * reads it next finds every tag by its quote.
 * @param base null where the sides have no common ancestor: then nothing counts as removed
 * @param text canonical text as it is after the merge, where it is known
 */
export function mergeSidecars(
  base: Sidecar | null,
  ours: Sidecar,
  theirs: Sidecar,
  text?: string,
): Merged {
  const texts = mergeTexts(base?.text, ours.text, theirs.text);
  const { tags, contested } = mergeTags(base, ours, theirs, texts.sha256);
  const head = mergeHead(base ?? emptySidecar(texts), ours, theirs);
  const placed = inOneText(tags, ours.text, theirs.text, texts, text);
  const value: Sidecar = {
    text: { ...placed.text, ...(head.text && { extra: head.text }) },
    document: head.document,
    tags: sortTags(placed.tags),
    relations: mergeRelations(base, ours, theirs, contested),
    ...(head.extra && { extra: head.extra }),
  };
  const known = new Set([...conflictsIn(ours), ...conflictsIn(theirs)].map(nameOf));
  const conflicts = conflictsIn(value).filter((conflict) => !known.has(nameOf(conflict)));
  return { value, conflicts };
}

/**
 * Whether a text can be the one that a merge of sidecars ends in: it is that of
 * the side that changed it, or one that none of the sidecars describes, which a
 * merge of the texts then made.
 * @param text fingerprint of the text
 */
export function canBeMerged(
  text: TextFingerprint,
  base: Sidecar | null,
  ours: Sidecar,
  theirs: Sidecar,
): boolean {
  const [was, a, b] = [base, ours, theirs].map((side) => side?.text.sha256);
  const choice = choose(was, a, b);
  return choice?.value === text.sha256 || ![was, a, b].includes(text.sha256);
}

/** What makes two conflicts the same one: what it is about and which versions fight. */
function nameOf(conflict: Conflict): string {
  if (conflict.kind === 'field') return JSON.stringify(conflict);
  const versions: readonly (Tag | Relation | null)[] = conflict.versions;
  return JSON.stringify([
    conflict.kind,
    conflict.id,
    versions.map((version) => version?.id ?? null),
  ]);
}

/** The text that the result's offsets should belong to: the one that a side changed; of two changed ones the same, whichever side is which. */
function mergeTexts(
  base: TextFingerprint | undefined,
  ours: TextFingerprint,
  theirs: TextFingerprint,
): TextFingerprint {
  const plain = ({ sha256, length }: TextFingerprint) => ({ sha256, length });
  const choice = choose(base && plain(base), plain(ours), plain(theirs));
  return choice?.value ?? (ours.sha256 < theirs.sha256 ? plain(ours) : plain(theirs));
}

/** The merged tags; `contested` holds the ids of those that one side removed and the other changed or linked. */
function mergeTags(
  base: Sidecar | null,
  ours: Sidecar,
  theirs: Sidecar,
  text: string,
): { tags: TagOf[]; contested: Set<string> } {
  const [was, our, their] = [base, ours, theirs].map(tagsById);
  const linked = { our: newlyLinked(base, ours), their: newlyLinked(base, theirs) };
  const tags: TagOf[] = [];
  const rivals: TagOf[] = [];
  const contested = new Set<string>();
  for (const id of new Set([...our.keys(), ...their.keys()])) {
    const [before, a, b] = [was.get(id), our.get(id), their.get(id)];
    const kept = a ?? b;
    if (a && b) {
      const [winner, ...others] = mergeTag(before ?? null, a, b, text);
      tags.push(winner);
      rivals.push(...others);
    } else if (!before) {
      if (kept) tags.push(kept);
    } else if (kept && (isTagChanged(before, kept) || linked[a ? 'our' : 'their'].has(id))) {
      contested.add(id);
      tags.push({ ...kept, tag: marked(kept.tag, { removed: true }) });
    }
  }
  const ids = new Set(tags.map(({ tag }) => tag.id));
  return { tags: [...tags, ...rivals.filter(({ tag }) => !ids.has(tag.id))], contested };
}

function tagsById(sidecar: Sidecar | null): Map<string, TagOf> {
  const sha256 = sidecar?.text.sha256 ?? '';
  return new Map(sidecar?.tags.map((tag) => [tag.id, { tag, sha256 }]));
}

/** Ids of the tags that a side added a relation to, or changed one of. */
function newlyLinked(base: Sidecar | null, side: Sidecar): Set<string> {
  const was = new Map(base?.relations.map((relation) => [relation.id, relation]));
  const changed = side.relations.filter((relation) => !sameValue(was.get(relation.id), relation));
  return new Set(changed.flatMap(({ from, to }) => [from, to]));
}

/** The merged relations; one that went along with a tag that is contested stays. */
function mergeRelations(
  base: Sidecar | null,
  ours: Sidecar,
  theirs: Sidecar,
  contested: ReadonlySet<string>,
): Relation[] {
  const [was, our, their] = [base, ours, theirs].map(
    (side) => new Map(side?.relations.map((relation) => [relation.id, relation])),
  );
  const order = mergeOrder([...was.keys()], [...our.keys()], [...their.keys()]);
  const relations: Relation[] = [];
  const rivals: Relation[] = [];
  for (const id of order) {
    const [before, a, b] = [was.get(id), our.get(id), their.get(id)];
    const kept = a ?? b;
    if (a && b) {
      const [winner, ...others] = mergeRelation(before ?? null, a, b);
      relations.push(winner);
      rivals.push(...others);
    } else if (!kept) continue;
    else if (!before) relations.push(kept);
    else if (!sameValue(before, kept)) relations.push(marked(kept, { removed: true }));
    else if (contested.has(kept.from) || contested.has(kept.to)) relations.push(kept);
  }
  const taken = new Set(order);
  return [...relations, ...rivals.filter(({ id }) => !taken.has(id))];
}

/** Brings tags whose offsets belong to different texts into one. */
function inOneText(
  tags: readonly TagOf[],
  ours: TextFingerprint,
  theirs: TextFingerprint,
  preferred: TextFingerprint,
  text: string | undefined,
): { tags: readonly Tag[]; text: TextFingerprint } {
  const plain = tags.map(({ tag }) => tag);
  if (text !== undefined) {
    const fingerprint = fingerprintOf(text);
    const sides = ours.sha256 === theirs.sha256 ? [ours] : [ours, theirs];
    const placed = sides.flatMap((side) => {
      const own = tags.filter(({ sha256 }) => sha256 === side.sha256).map(({ tag }) => tag);
      if (side.sha256 === fingerprint.sha256) return own;
      const found = anchorTags({ text: side, tags: own }, text);
      return withOffsets({ ...emptySidecar(side), tags: own }, found, text, fingerprint).tags;
    });
    return { tags: placed, text: fingerprint };
  }
  if (tags.every(({ sha256 }) => sha256 === preferred.sha256))
    return { tags: plain, text: preferred };
  const { sha256 } = fingerprintOf([ours.sha256, theirs.sha256].sort().join('\n'));
  return { tags: plain, text: { sha256, length: Math.max(ours.length, theirs.length) } };
}
