/**
 * The first of the indices from 0 to `length` at which `reached` answers true,
 * or `length` where none does, by halving: `reached` must be false up to some
 * index and true from there on.
 */
export function firstIndex(length: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
