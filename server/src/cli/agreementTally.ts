import {
  type Coefficient,
  Coincidences,
  Contingency,
  macroF1,
  microScore,
  type Score,
  scoreOf,
} from '../core/corpus/agreement.ts';
import {
  disagreements,
  type Matches,
  matchExact,
  matchOverlapping,
  tokenLabels,
} from '../core/corpus/annotations.ts';
import type { Compared, ComparedTag, Side } from './annotators.ts';

/** How tags are paired. */
export const matchings = ['exact', 'overlap'] as const;
export type Matching = (typeof matchings)[number];

/** A place where two annotators disagree; a label is null where one of them has no such tag. */
export interface Disagreement {
  readonly file: string;
  /** From 1; null where the text is missing. */
  readonly line: number | null;
  /** From 1, in UTF-16 units; null where the text is missing. */
  readonly column: number | null;
  readonly start: number;
  readonly end: number;
  readonly a: string | null;
  readonly b: string | null;
  readonly quote: string;
}

/** How two annotators agree; `a` and `b` are their names. */
export interface PairAgreement {
  readonly a: string;
  readonly b: string;
  readonly labels: readonly (Score & { readonly label: string })[];
  readonly micro: Score;
  readonly macroF1: number | null;
  readonly kappa: Coefficient;
  readonly disagreements?: readonly Disagreement[];
}

/** How annotators agree. */
export interface Agreement {
  readonly annotators: readonly string[];
  readonly match: Matching;
  /** Texts that at least two of them have a sidecar of. */
  readonly texts: number;
  /** Those of them that are missing, so that κ and α know nothing of them. */
  readonly textsMissing: number;
  /** Texts that not all of them have a sidecar of, with the names of those who lack it. */
  readonly incomplete: readonly { readonly file: string; readonly without: readonly string[] }[];
  /** Tags of each whose text is gone. */
  readonly lost: readonly number[];
  readonly pairs: readonly PairAgreement[];
  readonly alpha: Coefficient;
}

/** The pairs of so many annotators, by their numbers, in the order of `Agreement.pairs`. */
export function pairsOf(annotators: number): readonly (readonly [a: number, b: number])[] {
  const pairs: [number, number][] = [];
  for (let a = 0; a < annotators; a++) {
    for (let b = a + 1; b < annotators; b++) pairs.push([a, b]);
  }
  return pairs;
}

/** Adds up how annotators agree, text by text. */
export class AgreementTally {
  readonly #annotators: readonly string[];
  readonly #match: Matching;
  readonly #list: boolean;
  readonly #pairs: readonly PairTally[];
  readonly #alpha = new Coincidences();
  readonly #codes = new Map<string, number>();
  readonly #incomplete: { file: string; without: string[] }[] = [];
  readonly #lost: number[];
  #texts = 0;
  #textsMissing = 0;

  /** @param list whether to keep where they disagree */
  constructor(annotators: readonly string[], match: Matching, list: boolean) {
    this.#annotators = annotators;
    this.#match = match;
    this.#list = list;
    this.#lost = annotators.map(() => 0);
    this.#pairs = pairsOf(annotators.length).map(([a, b]) => new PairTally(a, b));
  }

  /** Counts one text. */
  add(compared: Compared): void {
    const { sides, text, shown } = compared;
    const without = this.#annotators.filter((_, i) => sides[i] === null);
    if (without.length > 0) this.#incomplete.push({ file: shown, without });
    if (sides.length - without.length < 2) return;
    this.#texts++;
    if (!text) this.#textsMissing++;
    for (const [i, side] of sides.entries()) this.#lost[i] += side?.lost ?? 0;
    const columns = sides.map((side) => side && this.#columnOf(side, compared));
    for (const pair of this.#pairs) {
      const { a, b } = pair;
      const [sideA, sideB] = [sides[a], sides[b]];
      if (!sideA || !sideB) continue;
      pair.addTags(sideA, sideB, this.#match, this.#list ? compared : undefined);
      pair.contingency.addAll(columns[a] ?? [], columns[b] ?? []);
    }
    this.#alpha.addAll(columns.filter((column) => column !== null));
  }

  #columnOf({ tags }: Side, { text }: Compared): ArrayLike<number> {
    return text ? tokenLabels(text.tokens, tags, (label) => this.#codeOf(label)) : [];
  }

  #codeOf(label: string): number {
    const code = this.#codes.get(label) ?? this.#codes.size + 1;
    this.#codes.set(label, code);
    return code;
  }

  /** What was counted so far. */
  result(): Agreement {
    return {
      annotators: this.#annotators,
      match: this.#match,
      texts: this.#texts,
      textsMissing: this.#textsMissing,
      incomplete: this.#incomplete,
      lost: this.#lost,
      pairs: this.#pairs.map((pair) => pair.result(this.#annotators, this.#list)),
      alpha: this.#alpha.alpha(),
    };
  }
}

/** What two annotators, given by their numbers, have in common. */
class PairTally {
  readonly a: number;
  readonly b: number;
  readonly contingency = new Contingency();
  readonly #labels = new Map<string, { a: number; b: number; agreed: number }>();
  readonly #disagreements: Disagreement[] = [];

  constructor(a: number, b: number) {
    this.a = a;
    this.b = b;
  }

  /** Counts the tags of one text; `listed` where it is to be kept what they disagree on. */
  addTags(a: Side, b: Side, match: Matching, listed: Compared | undefined): void {
    for (const { label } of a.tags) this.#labelOf(label).a++;
    for (const { label } of b.tags) this.#labelOf(label).b++;
    const matches = (match === 'exact' ? matchExact : matchOverlapping)(a.tags, b.tags);
    for (const [{ label }] of matches.agreed) this.#labelOf(label).agreed++;
    if (!listed) return;
    for (const one of listedIn(listed, matches)) this.#disagreements.push(one);
  }

  #labelOf(label: string) {
    const counts = this.#labels.get(label) ?? { a: 0, b: 0, agreed: 0 };
    this.#labels.set(label, counts);
    return counts;
  }

  result(annotators: readonly string[], list: boolean): PairAgreement {
    const labels = Array.from(this.#labels, ([label, { a, b, agreed }]) => ({
      label,
      ...scoreOf(a, b, agreed),
    }));
    labels.sort((x, y) => y.a + y.b - (x.a + x.b) || (x.label < y.label ? -1 : 1));
    return {
      a: annotators[this.a],
      b: annotators[this.b],
      labels,
      micro: microScore(labels),
      macroF1: macroF1(labels),
      kappa: this.contingency.kappa(),
      ...(list && { disagreements: this.#disagreements }),
    };
  }
}

function* listedIn(
  { shown, text }: Compared,
  matches: Matches<ComparedTag>,
): Generator<Disagreement> {
  for (const { a, b } of disagreements(matches)) {
    const one = a ?? b;
    if (!one) continue;
    const { start, end, quote } = one;
    const place = text?.chunked.positionAt(start);
    yield {
      file: shown,
      line: place ? place.line + 1 : null,
      column: place ? place.character + 1 : null,
      start,
      end,
      a: a?.label ?? null,
      b: b?.label ?? null,
      quote,
    };
  }
}
