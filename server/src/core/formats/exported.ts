import type { Language } from '../languages/language.ts';
import { firstIndex } from '../search.ts';
import { withOffsets } from '../tags/edits.ts';
import { fingerprintOf } from '../tags/fingerprint.ts';
import type { PlacedTag, Sidecar, Tag } from '../tags/model.ts';
import type { CorpusFacts, Format, TaggedText, Written } from './format.ts';
import { type Feature, Losses } from './losses.ts';

/** A text and the sidecar that lies beside it. */
export interface TextToWrite {
  /** Path below the corpus' folder, with `/`; it ends in `.txt`. */
  readonly file: string;
  /** The canonical text. */
  readonly text: string;
  readonly language: Language;
  readonly sidecar: Sidecar;
  /** Where the sidecar's tags lie in the text. */
  readonly placed: readonly PlacedTag[];
}

/** What `exported` gives. */
export interface Exported extends Written {
  /** The texts as they were written: with what of their sidecars the format holds. */
  readonly texts: readonly TaggedText[];
}

/**
 * The texts in a format, and everything of them that it cannot hold. A format
 * that cannot say that a tag is rejected gets none of these, one that holds no
 * overlaps the longer tag of two. Tags whose text is gone have no place anywhere.
 */
export function exported(
  format: Format,
  texts: readonly TextToWrite[],
  corpus: CorpusFacts,
): Exported {
  const losses = new Losses();
  const held = texts.map((text) => heldBy(format.holds, text, losses));
  const { files, losses: more } = format.write?.(held, corpus) ?? { files: [], losses: [] };
  losses.addAll(more);
  return { files, losses: losses.list(), texts: held };
}

/** A text with what a format holds of its sidecar; the rest is added to the losses. */
export function heldBy(
  holds: ReadonlySet<Feature>,
  { file, text, language, sidecar, placed }: TextToWrite,
  losses: Losses,
): TaggedText {
  const lose = (what: Feature, count: number) => losses.add(file, what, count);
  const there = withOffsets(sidecar, placed, text, fingerprintOf(text));
  const lost = new Set(placed.flatMap(({ tag, status }) => (status === 'lost' ? [tag.id] : [])));
  lose('lost', lost.size);
  let tags = there.tags.filter(({ id }) => !lost.has(id));
  const keep = (what: Feature, kept: readonly Tag[]) => {
    lose(what, tags.length - kept.length);
    tags = [...kept];
  };
  if (!holds.has('status')) {
    keep(
      'rejected',
      tags.filter(({ status }) => status !== 'rejected'),
    );
    lose('status', tags.filter(({ status }) => status === 'suggested').length);
  }
  if (!holds.has('empty')) {
    keep(
      'empty',
      tags.filter(({ start, end }) => start < end),
    );
  }
  if (!holds.has('overlap')) keep('overlap', withoutOverlaps(tags));
  const left = new Set(tags.map(({ id }) => id));
  const between = there.relations.filter(({ from, to }) => left.has(from) && left.has(to));
  const relations = holds.has('relations') ? between : [];
  lose('relations', sidecar.relations.length - relations.length);
  const document = holds.has('document') ? there.document : { labels: [], attributes: {} };
  if (!holds.has('document')) {
    const { labels, attributes } = sidecar.document;
    lose('document', labels.length + Object.keys(attributes).length);
  }
  const unknown = [sidecar, sidecar.text, sidecar.document, ...sidecar.relations].map(
    ({ extra }) => Object.keys(extra ?? {}).length,
  );
  lose(
    'extra',
    unknown.reduce((sum, count) => sum + count, 0),
  );
  return {
    file,
    text,
    language,
    sidecar: {
      text: { sha256: there.text.sha256, length: there.text.length },
      document: { labels: document.labels, attributes: document.attributes },
      tags: tags.map((tag) => heldTag(tag, holds, lose)),
      relations: relations.map(({ id, label, from, to }) => ({ id, label, from, to })),
    },
  };
}

/** What of a tag a format may lack, beside what the whole text shows. */
const parts = ['fragments', 'entity', 'attributes', 'note', 'by', 'at'] as const;

function heldTag(
  tag: Tag,
  holds: ReadonlySet<Feature>,
  lose: (what: Feature, count: number) => void,
): Tag {
  const { status, extra, ...held } = tag;
  lose('extra', Object.keys(extra ?? {}).length);
  const kept: { -readonly [K in keyof Tag]: Tag[K] } = held;
  for (const part of parts) {
    const value = tag[part];
    if (value === undefined || holds.has(part)) continue;
    lose(part, part === 'attributes' ? Object.keys(value).length : 1);
    delete kept[part];
  }
  if (status !== undefined && status !== 'accepted' && holds.has('status')) kept.status = status;
  return kept;
}

/** The tags, in their order, without those that overlap a longer one, or an earlier one as long. */
export function withoutOverlaps(tags: readonly Tag[]): Tag[] {
  const longest = [...tags].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  /** Ends of the tags kept, by their starts, in text order. */
  const starts: number[] = [];
  const ends: number[] = [];
  const kept = new Set<Tag>();
  for (const tag of longest) {
    const at = firstIndex(starts.length, (i) => starts[i] >= tag.end);
    if (at > 0 && ends[at - 1] > tag.start) continue;
    starts.splice(at, 0, tag.start);
    ends.splice(at, 0, tag.end);
    kept.add(tag);
  }
  return tags.filter((tag) => kept.has(tag));
}
