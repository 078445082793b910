/**
 * How far annotators agree. Over tokens, each with one label or none: Cohen's κ
 * for two of them, Krippendorff's α for any number. Over tags: precision,
 * recall and F1 of one annotator's tags against another's.
 *
 * An undefined value is null, never NaN.
 */

/** Agreement corrected for chance. */
export interface Coefficient {
  /** 1 where all agree, 0 where they agree as often as chance has it; null where that cannot be said. */
  readonly value: number | null;
  /** The share of agreement, 0 to 1; null where there is nothing to compare. */
  readonly observed: number | null;
  /** The share of agreement that chance alone would give. */
  readonly expected: number | null;
  /** How many units it was counted over. */
  readonly units: number;
}

/** How one annotator's tags of a label compare with another's. */
export interface Score {
  /** Tags of the first annotator. */
  readonly a: number;
  /** Tags of the second one. */
  readonly b: number;
  /** Pairs of them that agree. */
  readonly agreed: number;
  /** The share of the second one's tags that the first has; null where the second has none. */
  readonly precision: number | null;
  /** The share of the first one's tags that the second has; null where the first has none. */
  readonly recall: number | null;
  /** Their harmonic mean, 2·agreed / (a + b); null where neither has tags. */
  readonly f1: number | null;
}

/** The score of the first annotator's `a` tags and the second one's `b`, of which `agreed` pairs agree. */
export function scoreOf(a: number, b: number, agreed: number): Score {
  return {
    a,
    b,
    agreed,
    precision: share(agreed, b),
    recall: share(agreed, a),
    f1: share(2 * agreed, a + b),
  };
}

/** The score over all labels together: every tag weighs the same. */
export function microScore(scores: Iterable<Score>): Score {
  let [a, b, agreed] = [0, 0, 0];
  for (const score of scores) {
    a += score.a;
    b += score.b;
    agreed += score.agreed;
  }
  return scoreOf(a, b, agreed);
}

/** The mean of the labels' F1, so that every label weighs the same; null where none has one. */
export function macroF1(scores: Iterable<Score>): number | null {
  let sum = 0;
  let count = 0;
  for (const { f1 } of scores) {
    if (f1 === null) continue;
    sum += f1;
    count++;
  }
  return share(sum, count);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function corrected(observed: number | null, expected: number | null, units: number): Coefficient {
  const defined = observed !== null && expected !== null && expected !== 1;
  const value = defined ? (observed - expected) / (1 - expected) : null;
  return { value, observed, expected, units };
}

/** How often two annotators gave which pair of categories: whole numbers from 0 on, below 2²⁶. */
export class Contingency {
  readonly #pairs = new Map<number, number>();
  #units = 0;

  /** Counts units; the two lists hold each annotator's category of each unit. */
  addAll(a: ArrayLike<number>, b: ArrayLike<number>): void {
    const units = Math.min(a.length, b.length);
    let none = 0;
    for (let i = 0; i < units; i++) {
      if (a[i] === 0 && b[i] === 0) none++;
      else this.add(a[i], b[i]);
    }
    if (none > 0) this.add(0, 0, none);
  }

  /** Counts `units` units that the first annotator put into category `a` and the second into `b`. */
  add(a: number, b: number, units = 1): void {
    const pair = a * CATEGORIES + b;
    this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + units);
    this.#units += units;
  }

  /**
   * Cohen's κ = (p_o − p_e) / (1 − p_e): p_o is the share of units that both put
   * into one category, p_e the sum over the categories of the product of both
   * annotators' shares. J. Cohen, “A coefficient of agreement for nominal
   * scales”, Educational and Psychological Measurement 20 (1960), 37–46.
   */
  kappa(): Coefficient {
    const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
    let agreed = 0;
    for (const [pair, units] of this.#pairs) {
      const b = pair % CATEGORIES;
      const a = (pair - b) / CATEGORIES;
      if (a === b) agreed += units;
      rows.set(a, (rows.get(a) ?? 0) + units);
      columns.set(b, (columns.get(b) ?? 0) + units);
    }
    let products = 0;
    for (const [category, units] of rows) products += units * (columns.get(category) ?? 0);
    const units = this.#units;
    return corrected(share(agreed, units), share(products, units * units), units);
  }
}

const CATEGORIES = 2 ** 26;

/** The values that units have from any number of annotators, for Krippendorff's α of nominal data. */
export class Coincidences {
  readonly #values = new Map<number, number>();
  #agreeing = 0;
  #units = 0;
  #paired = 0;

  /** Counts units; each list holds one annotator's category of each unit. */
  addAll(annotators: readonly ArrayLike<number>[]): void {
    const units = Math.min(...annotators.map(({ length }) => length));
    if (annotators.length < 2 || units === 0) return;
    const values = new Array<number>(annotators.length);
    let none = 0;
    for (let unit = 0; unit < units; unit++) {
      let other = false;
      for (let i = 0; i < values.length; i++) {
        values[i] = annotators[i][unit];
        other ||= values[i] !== 0;
      }
      if (other) this.add(values);
      else none++;
    }
    if (none > 0) this.add(values.fill(0), none);
  }

  /** Counts `units` units with the same values, one from each annotator who has one; a unit with fewer than two cannot be compared. */
  add(values: readonly number[], units = 1): void {
    const { length } = values;
    if (length < 2) return;
    let agreeing = 0;
    for (const value of values) {
      for (const other of values) if (other === value) agreeing++;
      this.#values.set(value, (this.#values.get(value) ?? 0) + units);
    }
    this.#agreeing += (units * (agreeing - length)) / (length - 1);
    this.#paired += units * length;
    this.#units += units;
  }

  /**
   * Krippendorff's α = 1 − D_o / D_e for nominal data. The observed agreement
   * 1 − D_o is the share of pairs of values of one unit that are the same, each
   * unit weighing as many values as it has; the expected agreement 1 − D_e the
   * share among all n values, Σ n_c (n_c − 1) / (n (n − 1)). K. Krippendorff,
   * “Computing Krippendorff's Alpha-Reliability” (2011), C; Artstein & Poesio,
   * “Inter-Coder Agreement for Computational Linguistics”, Computational
   * Linguistics 34 (2008), 555–596, have the same with every value there.
   */
  alpha(): Coefficient {
    const n = this.#paired;
    let same = 0;
    for (const count of this.#values.values()) same += count * (count - 1);
    return corrected(share(this.#agreeing, n), share(same, n * (n - 1)), this.#units);
  }
}
