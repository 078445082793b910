/**
 * A stretch of text: UTF-16 code units, half-open, over the canonical text
 * (no byte-order mark, every line end one LF).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` covers every code unit of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans overlap without either covering the other. */
export function crosses(a: Span, b: Span): boolean {
  return overlaps(a, b) && !covers(a, b) && !covers(b, a);
}

/** The value's own fields, its span moved by `by` code units. */
export function shifted<T extends Span>(value: T, by: number): T {
  return { ...value, start: value.start + by, end: value.end + by };
}
