/** One thing that was measured, and what it may be. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** The figures as lines of a table, the limit and whether it is kept behind each. */
export function report(figures: readonly Figure[]): string {
  return figures
    .map(({ what, value, unit, atMost, atLeast }) => {
      const shown = `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`;
      const kept = value <= (atMost ?? value) && value >= (atLeast ?? value);
      const limit =
        atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : '';
      return `${what.padEnd(54)}${shown.padStart(12)}  ${limit.padEnd(8)}${limit && !kept ? ' missed' : ''}`.trimEnd();
    })
    .join('\n');
}
