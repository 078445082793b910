import { columnsOf } from '../core/text/columns.ts';

/** What is printed where there is no value. */
export const NONE = '–';

/** Rows under one another: the first cell of each to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, columnsOf(cell));
  }
  const lines = rows.map((row) => {
    const cells = row.map((cell, i) => {
      const room = ' '.repeat(widths[i] - columnsOf(cell));
      return i === 0 ? cell + room : room + cell;
    });
    return `${cells.join('  ').trimEnd()}\n`;
  });
  return lines.join('');
}

/** A number with so many digits behind the point; a dash where it is undefined. */
export function decimal(value: number | null, digits: number): string {
  return value === null ? NONE : value.toFixed(digits).replace(/^-(0\.0+)$/, '$1');
}
