import { addTo } from '../lists.ts';
import type { Span } from '../span.ts';
import type { TokenTable } from '../text/table.ts';
import { tokensIn } from '../text/wholeText.ts';

/** A stretch of text that somebody gave a label. */
export interface Annotation extends Span {
  readonly label: string;
  /** The pieces of one that leaves something out; `start` and `end` are then their hull. */
  readonly pieces?: readonly (readonly [start: number, end: number])[];
}

/** Which annotations of two people say the same. */
export interface Matches<T extends Annotation> {
  readonly agreed: readonly (readonly [a: T, b: T])[];
  readonly onlyA: readonly T[];
  readonly onlyB: readonly T[];
}

/**
 * Pairs annotations with the same label and the same span, pieces and all. Of
 * several alike on one side each has a partner of its own. Linear in their
 * number.
 */
export function matchExact<T extends Annotation>(a: readonly T[], b: readonly T[]): Matches<T> {
  const waiting = new Map<string, T[]>();
  for (const one of b) addTo(waiting, keyOf(one), one);
  const agreed: [T, T][] = [];
  const onlyA: T[] = [];
  const taken = new Set<T>();
  for (const one of a) {
    const partner = waiting.get(keyOf(one))?.pop();
    if (partner) {
      agreed.push([one, partner]);
      taken.add(partner);
    } else onlyA.push(one);
  }
  return { agreed, onlyA, onlyB: b.filter((one) => !taken.has(one)) };
}

function keyOf(one: Annotation): string {
  return `${spanOf(one)} ${one.label}`;
}

function spanOf({ start, end, pieces }: Annotation): string {
  return pieces ? pieces.map(([from, to]) => `${from}-${to}`).join(',') : `${start}-${end}`;
}

/**
 * What two people disagree on, in the order of the text: what they gave
 * different labels, and what only one of them has.
 */
export function disagreements<T extends Annotation>({
  onlyA,
  onlyB,
}: Matches<T>): { readonly a: T | null; readonly b: T | null }[] {
  const waiting = new Map<string, T[]>();
  for (const one of onlyB) addTo(waiting, spanOf(one), one);
  const found = onlyA.map((a) => ({ place: a, a, b: waiting.get(spanOf(a))?.shift() ?? null }));
  const alone = [...waiting.values()].flat().map((b) => ({ place: b, a: null, b }));
  return [...found, ...alone]
    .sort((x, y) => x.place.start - y.place.start || x.place.end - y.place.end)
    .map(({ a, b }) => ({ a, b }));
}

/**
 * Pairs annotations with the same label that share at least one unit (of a
 * discontinuous one the hull counts), each with one partner at most: first those
 * that match exactly, then as many of the others as can be paired. Time
 * n log n.
 */
export function matchOverlapping<T extends Annotation>(
  a: readonly T[],
  b: readonly T[],
): Matches<T> {
  const exact = matchExact(a, b);
  const agreed = [...exact.agreed];
  const labels = new Map<string, [T[], T[]]>();
  for (const [side, rest] of [exact.onlyA, exact.onlyB].entries()) {
    for (const one of rest) {
      const sides = labels.get(one.label) ?? [[], []];
      sides[side].push(one);
      labels.set(one.label, sides);
    }
  }
  const taken = new Set<T>();
  for (const [left, right] of labels.values()) {
    for (const pair of mostOverlapping(left, right)) {
      agreed.push(pair);
      taken.add(pair[0]).add(pair[1]);
    }
  }
  const isLeft = (one: T) => !taken.has(one);
  return { agreed, onlyA: exact.onlyA.filter(isLeft), onlyB: exact.onlyB.filter(isLeft) };
}

/**
 * The most pairs of overlapping spans with each span in one pair at most. Of
 * all spans without partner the one that ends first is paired with the span of
 * the other side that ends first among those that overlap it: all of these
 * cover its last unit, so none is worth more to a later span than one that
 * reaches further.
 */
function mostOverlapping<T extends Span>(a: readonly T[], b: readonly T[]): [T, T][] {
  const events = [...a.map((span) => ({ span, side: 0 })), ...b.map((span) => ({ span, side: 1 }))]
    .filter(({ span }) => span.end > span.start)
    .sort((x, y) => x.span.end - y.span.end || x.span.start - y.span.start);
  const byStart = [0, 1].map((side) =>
    events
      .map((event, order) => ({ ...event, order }))
      .filter((event) => event.side === side)
      .sort((x, y) => x.span.start - y.span.start),
  );
  const open = [new OrderHeap(), new OrderHeap()];
  const next = [0, 0];
  const done = new Set<number>();
  const pairs: [T, T][] = [];
  for (const [order, { span, side }] of events.entries()) {
    if (done.has(order)) continue;
    const other = 1 - side;
    const starts = byStart[other];
    while (next[other] < starts.length && starts[next[other]].span.start < span.end) {
      open[other].push(starts[next[other]++].order);
    }
    // Whatever ended before this span was paired or given up when its turn came.
    let partner = open[other].pop();
    while (partner !== undefined && (partner < order || done.has(partner))) {
      partner = open[other].pop();
    }
    if (partner === undefined) continue;
    done.add(partner);
    pairs.push(side === 0 ? [span, events[partner].span] : [events[partner].span, span]);
  }
  return pairs;
}

/** Gives back the smallest of the numbers that it holds. */
class OrderHeap {
  readonly #numbers: number[] = [];

  push(number: number): void {
    const heap = this.#numbers;
    let at = heap.length;
    heap.push(number);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (heap[above] <= number) break;
      heap[at] = heap[above];
      at = above;
    }
    heap[at] = number;
  }

  pop(): number | undefined {
    const heap = this.#numbers;
    const least = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return least;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && heap[below + 1] < heap[below]) below++;
      if (heap[below] >= last) break;
      heap[at] = heap[below];
      at = below;
    }
    heap[at] = last;
    return least;
  }
}

/**
 * The label of each token as a number, 0 for none. A token is under an
 * annotation that shares at least one unit with it, in a piece of it. Of
 * several the longest counts, of two as long the one that starts first, of two
 * with one span the one whose label comes first in the order of code units.
 * Time n log n.
 * @param codeOf the number of a label, from 1 on
 */
export function tokenLabels(
  tokens: TokenTable,
  annotations: readonly Annotation[],
  codeOf: (label: string) => number,
): Int32Array {
  const codes = new Int32Array(tokens.length);
  if (annotations.length === 0) return codes;
  // The next token without label at or behind each one, as far as is known.
  const next = Uint32Array.from({ length: tokens.length + 1 }, (_, i) => i);
  const free = (token: number): number => {
    let root = token;
    while (next[root] !== root) root = next[root];
    while (next[token] !== root) {
      const step = next[token];
      next[token] = root;
      token = step;
    }
    return root;
  };
  for (const { label, pieces } of byRank(annotations)) {
    const code = codeOf(label);
    for (const [start, end] of pieces) {
      const [from, to] = tokensIn(tokens, start, end);
      for (let token = free(from); token < to; token = free(token)) {
        codes[token] = code;
        next[token] = token + 1;
      }
    }
  }
  return codes;
}

function byRank(annotations: readonly Annotation[]) {
  const ranked = annotations.map(({ label, start, end, pieces }) => {
    const parts = pieces ?? [[start, end] as const];
    const length = parts.reduce((sum, [from, to]) => sum + to - from, 0);
    return { label, start, pieces: parts, length };
  });
  return ranked.sort(
    (a, b) =>
      b.length - a.length ||
      a.start - b.start ||
      (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
  );
}
