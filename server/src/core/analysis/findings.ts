import type { Code, Finding } from '../rules/finding.ts';
import type { Span } from '../span.ts';
import type { Chunk } from '../text/document.ts';
import { type Listing, MOST_OF_A_CODE } from './listing.ts';

/** What the passage rules say of a chunk, relative to it, and as much of it as was listed, placed in the text. */
interface ChunkFindings {
  readonly found: readonly Finding[];
  readonly placed: (Finding | undefined)[];
}

/** The findings of one text, which move with it. What lies in front of an edit costs nothing. */
export class Findings {
  /** The chunks that a passage rule had something to say about: few of many. */
  readonly #ofChunks = new Map<Chunk, ChunkFindings>();
  #ofText: Listing = { findings: [], counts: new Map() };

  /** Takes in what the passage rules say of a chunk; offsets are relative to it. */
  add(chunk: Chunk, findings: readonly Finding[]): void {
    if (findings.length > 0) this.#ofChunks.set(chunk, { found: findings, placed: [] });
  }

  remove(chunk: Chunk): void {
    this.#ofChunks.delete(chunk);
  }

  /** Takes in what the text rules say, in place of what they said before. */
  setText(findings: readonly Finding[]): void {
    const list = new Lister();
    for (const finding of [...findings].sort(inTextOrder)) {
      if (list.takes(finding)) list.findings.push(finding);
    }
    this.#ofText = list;
  }

  /** Follows an edit that put `inserted` units in place of `[start, end)`, once the chunks have followed it. */
  follow(start: number, end: number, inserted: number): void {
    for (const [chunk, { placed }] of this.#ofChunks) {
      if (chunk.start >= start) placed.length = 0;
    }
    const { findings, counts } = this.#ofText;
    const move = (place: Span) => movedThrough(place, start, end, inserted);
    const moved = findings.map((finding) =>
      reachesBehind(finding, start) ? movedFinding(finding, move) : finding,
    );
    this.#ofText = { findings: moved, counts };
  }

  /**
   * The findings as they stand, in text order. Of a flood of one code only the
   * first ones are made, so that a keystroke does not cost what the flood costs.
   */
  list(): Listing {
    const list = new Lister(this.#ofText);
    const chunks = [...this.#ofChunks].sort(([a], [b]) => a.start - b.start);
    for (const [{ start }, { found, placed }] of chunks) {
      const move = (place: Span) => ({ start: place.start + start, end: place.end + start });
      for (let at = 0; at < found.length; at++) {
        if (!list.takes(found[at])) continue;
        const finding = placed[at] ?? movedFinding(found[at], move);
        placed[at] = finding;
        list.findings.push(finding);
      }
    }
    list.findings.sort(inTextOrder);
    return list;
  }
}

/** Counts findings, and takes the first ones of each code. */
class Lister implements Listing {
  readonly findings: Finding[];
  readonly counts: Map<Code, number>;

  constructor({ findings, counts }: Listing = { findings: [], counts: new Map() }) {
    this.findings = [...findings];
    this.counts = new Map(counts);
  }

  /** Counts a finding; whether it is one of the first of its code. */
  takes({ code }: Finding): boolean {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    return count <= MOST_OF_A_CODE;
  }
}

function inTextOrder(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
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
