import type { Code, Finding } from '../rules/finding.ts';
import { firstIndex } from '../search.ts';
import type { Span } from '../span.ts';
import type { Chunk } from '../text/document.ts';
import type { Listing } from './listing.ts';

/** What a passage rule says of a chunk. */
interface ChunkFinding {
  readonly chunk: Chunk;
  /** Relative to the chunk. */
  readonly finding: Finding;
  /** Where it was in the text when it was last listed. */
  placed?: Finding;
}

/**
 * The findings of one text, which move with it. Listing them costs what is
 * listed, however many there are and however long the text is.
 */
export class Findings {
  /** How many of each code are listed. */
  readonly #most: number;
  /** In text order. */
  readonly #ofChunks = new Map<Code, ChunkFinding[]>();
  #ofText: Listing = { findings: [], counts: new Map() };

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes in what the passage rules say of a chunk that lies where it belongs; offsets are relative to it. */
  add(chunk: Chunk, findings: readonly Finding[]): void {
    for (const finding of findings) {
      const list = this.#ofChunks.get(finding.code) ?? [];
      if (list.length === 0) this.#ofChunks.set(finding.code, list);
      list.splice(placeAt(chunk.start + 1, list), 0, { chunk, finding });
    }
  }

  /** Forgets what was found in neighbouring chunks that an edit has put others in place of. */
  remove(chunks: readonly Chunk[]): void {
    for (const [code, list] of this.#ofChunks) {
      const from = placeAt(chunks[0].start, list);
      let to = from;
      while (to < list.length && chunks.includes(list[to].chunk)) to++;
      list.splice(from, to - from);
      if (list.length === 0) this.#ofChunks.delete(code);
    }
  }

  /** Takes in what the text rules say, in place of what they said before. */
  setText(found: readonly Finding[]): void {
    const findings: Finding[] = [];
    const counts = new Map<Code, number>();
    for (const finding of [...found].sort(inTextOrder)) {
      const count = (counts.get(finding.code) ?? 0) + 1;
      counts.set(finding.code, count);
      if (count <= this.#most) findings.push(finding);
    }
    this.#ofText = { findings, counts };
  }

  /** Follows an edit that put `inserted` units in place of `[start, end)`. */
  follow(start: number, end: number, inserted: number): void {
    const { findings, counts } = this.#ofText;
    const move = (place: Span) => movedThrough(place, start, end, inserted);
    const moved = findings.map((finding) =>
      reachesBehind(finding, start) ? movedFinding(finding, move) : finding,
    );
    this.#ofText = { findings: moved, counts };
  }

  /** The findings as they stand, in text order, of each code the first ones. */
  list(): Listing {
    const findings = [...this.#ofText.findings];
    const counts = new Map(this.#ofText.counts);
    for (const [code, list] of this.#ofChunks) {
      const before = counts.get(code) ?? 0;
      counts.set(code, before + list.length);
      const most = Math.min(list.length, this.#most - before);
      for (let at = 0; at < most; at++) findings.push(placedInText(list[at]));
    }
    return { findings: findings.sort(inTextOrder), counts };
  }
}

/** Where in a list, which is in text order, the findings of chunks begin that start at an offset or behind it. */
function placeAt(start: number, list: readonly ChunkFinding[]): number {
  return firstIndex(list.length, (i) => list[i].chunk.start >= start);
}

function placedInText(one: ChunkFinding): Finding {
  const { finding, chunk, placed } = one;
  const by = chunk.start;
  if (placed?.start === finding.start + by) return placed;
  one.placed = movedFinding(finding, ({ start, end }) => ({ start: start + by, end: end + by }));
  return one.placed;
}

function inTextOrder(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : Number(a.code > b.code));
}

/** Where a span lies behind an edit; one that the edit touches keeps what is left of it. */
function movedThrough(place: Span, start: number, end: number, inserted: number): Span {
  const by = inserted - (end - start);
  const move = (offset: number) => {
    if (offset <= start) return offset;
    return offset >= end ? offset + by : start;
  };
  return { start: move(place.start), end: Math.max(move(place.start), move(place.end)) };
}

/** Whether a place that the finding names in this document ends behind the offset. */
function reachesBehind({ end, related, fixes }: Finding, offset: number): boolean {
  const behind = (place: Span) => place.end > offset;
  return (
    end > offset ||
    related?.some(behind) === true ||
    fixes?.some((fix) =>
      fix.kind === 'replace' ? fix.edits.some(behind) : (fix.at?.end ?? 0) > offset,
    ) === true
  );
}

/** The finding with every place it names in this document moved. */
function movedFinding(finding: Finding, move: (place: Span) => Span): Finding {
  return {
    ...finding,
    ...move(finding),
    related: finding.related?.map((place) => (place.file ? place : { ...place, ...move(place) })),
    fixes: finding.fixes?.map((fix) => {
      if (fix.kind === 'replace')
        return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...move(edit) })) };
      return fix.at ? { ...fix, at: move(fix.at) } : fix;
    }),
  };
}
