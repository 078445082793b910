import type { Problem } from '../core/problem.ts';
import type { Span } from '../core/span.ts';
import { anchorTags } from '../core/tags/anchor.ts';
import { withOffsets } from '../core/tags/edits.ts';
import { fingerprintOf } from '../core/tags/fingerprint.ts';
import { TagTracker } from '../core/tags/follow.ts';
import type { PlacedTag, Sidecar, Tag } from '../core/tags/model.ts';
import { emptySidecar, parseSidecar } from '../core/tags/sidecar.ts';
import type { ChunkedText } from '../core/text/document.ts';
import type { Edit } from '../liveText.ts';
import type { Source } from './sources.ts';

/** One annotator's sidecar of an open text, with every tag followed through the text's edits. */
export class Layer {
  readonly uri: string;
  /** Absent for the main sidecar. */
  readonly name: string | undefined;
  /** The sidecar's source as last read; the empty string where there is no file. */
  source = '';
  /** Whether there is a file. */
  exists = false;
  /** Null where the source cannot be read: then nothing may be written. */
  sidecar: Sidecar | null = null;
  problems: readonly Problem[] = [];
  #tracker: TagTracker;
  #text: ChunkedText;

  constructor(uri: string, name: string | undefined, text: ChunkedText) {
    this.uri = uri;
    this.name = name;
    this.#text = text;
    this.#tracker = new TagTracker([], text);
  }

  /** Takes in what the sidecar says; tags that it left alone keep the place they were followed to. */
  load(source: Source, text: ChunkedText): void {
    const before = this.sidecar ? this.placed() : [];
    this.#text = text;
    this.exists = source.kind !== 'missing';
    if (source.kind === 'not-utf8') {
      this.source = '';
      this.sidecar = null;
      const message =
        'This sidecar is not UTF-8 text. Save it as UTF-8; until then nothing is written to it.';
      this.problems = [{ start: 0, end: 0, message }];
      return;
    }
    this.source = source.kind === 'text' ? source.text : '';
    if (this.source.trim() === '') {
      this.sidecar = emptySidecar(fingerprintOf(text.toString()));
      this.problems = [];
    } else {
      const { value, problems } = parseSidecar(this.source);
      this.sidecar = value;
      this.problems = problems;
    }
    this.#place(before);
  }

  /** Takes in a sidecar that a command made, each of its tags placed where it says. */
  accept(sidecar: Sidecar, source: string): void {
    this.sidecar = sidecar;
    this.source = source;
    this.exists = true;
    this.problems = [];
    const lost = new Map(
      this.placed()
        .filter(isLost)
        .map((placed) => [placed.tag.id, placed]),
    );
    this.#tracker = new TagTracker(
      sidecar.tags.map((tag) => {
        const before = lost.get(tag.id);
        if (before && sameAnchor(before.tag, tag)) return { ...before, tag };
        return { tag, start: tag.start, end: tag.end, status: 'exact', confidence: 1 };
      }),
      this.#text,
    );
  }

  /** Follows an edit that the text has just taken. Says whether a tag's own text was touched. */
  follow(edit: Edit): boolean {
    return this.#tracker.apply(edit);
  }

  /** Where every tag lies in the text now, sorted by place. */
  placed(): PlacedTag[] {
    const { name } = this;
    const placed = this.#tracker.placed();
    return name === undefined ? placed : placed.map((tag) => ({ ...tag, layer: name }));
  }

  /** The tags that touch a span. */
  placedIn(span: Span): PlacedTag[] {
    return this.placed().filter(
      (placed) => placed.status !== 'lost' && placed.start <= span.end && span.start <= placed.end,
    );
  }

  /** The sidecar with the offsets, quotes and fingerprint of the text as it is now; null where it may not be written. */
  current(): Sidecar | null {
    if (!this.sidecar) return null;
    const content = this.#text.toString();
    return withOffsets(this.sidecar, this.placed(), this.#text, fingerprintOf(content));
  }

  #place(before: readonly PlacedTag[]): void {
    if (!this.sidecar) {
      this.#tracker = new TagTracker([], this.#text);
      return;
    }
    const known = new Map(before.map((placed) => [placed.tag.id, placed]));
    const { tags } = this.sidecar;
    const strangers = tags.filter((tag) => {
      const placed = known.get(tag.id);
      return !placed || !sameAnchor(placed.tag, tag);
    });
    const anchored =
      strangers.length > 0
        ? anchorTags({ ...this.sidecar, tags: strangers }, this.#text.toString())
        : [];
    const fresh = new Map(anchored.map((placed) => [placed.tag.id, placed]));
    const placed = tags.flatMap((tag) => {
      const place = fresh.get(tag.id) ?? known.get(tag.id);
      return place ? [{ ...place, tag, layer: undefined }] : [];
    });
    this.#tracker = new TagTracker(placed, this.#text);
  }
}

function isLost(placed: PlacedTag): boolean {
  return placed.status === 'lost';
}

function sameAnchor(a: Tag, b: Tag): boolean {
  return a.start === b.start && a.end === b.end && a.quote === b.quote;
}
