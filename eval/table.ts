/** How one system did on one data set. */
export interface Row {
  /** The evaluation and the data set: `numbers/duckling-et Numeral`. */
  readonly set: string;
  /** `glossator` or the name of a peer's package. */
  readonly system: string;
  /** How many spans (or cases) the data set holds. */
  readonly gold: number;
  /** How many spans the system found; absent where the data does not name every one, so that precision means nothing. */
  readonly found?: number;
  /** How many of the found ones are right: the exact span, and the kind or type where there is one. */
  readonly right: number;
  /** How many of the right ones have the right value too; absent where there are no values. */
  readonly values?: number;
  /** What was not right, one line a case. */
  readonly wrong?: readonly string[];
}

/** Precision, recall and F1 of a row; precision and F1 are absent where the row does not say how much was found, precision also where nothing was. */
export function scores({ gold, found, right }: Row): {
  readonly precision?: number;
  readonly recall: number;
  readonly f1?: number;
} {
  const recall = gold === 0 ? 1 : right / gold;
  if (found === undefined) return { recall };
  const f1 = (2 * right) / (found + gold || 1);
  return found === 0 ? { recall, f1 } : { precision: right / found, recall, f1 };
}

const heads = ['data set', 'system', 'gold', 'found', 'right', 'P', 'R', 'F1', 'value'];

/** The rows as a table of plain text, one line a row, columns aligned; `value` is the share of the gold spans whose span, kind and value are right. */
export function table(rows: readonly Row[]): string {
  const figure = (share: number | undefined) => (share === undefined ? '–' : share.toFixed(3));
  const lines = rows.map((row) => {
    const { precision, recall, f1 } = scores(row);
    const { set, system, gold, found, right, values } = row;
    const counts = [gold, found ?? '–', right].map(String);
    const valued = values === undefined ? undefined : values / (gold || 1);
    return [set, system, ...counts, ...[precision, recall, f1, valued].map(figure)];
  });
  const all = [heads, ...lines];
  const widths = heads.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  return all
    .map((line) =>
      line
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
        )
        .join('  '),
    )
    .join('\n');
}
