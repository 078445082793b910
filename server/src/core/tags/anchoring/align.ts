/** How a needle of three parts lies best in a stretch of hay. */
export interface Alignment {
  /** Index in the hay where the middle part begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Edits (insertions, deletions, substitutions) in each part. */
  readonly before: number;
  readonly middle: number;
  readonly behind: number;
}

/** Cost of an edit in the middle part and in the two others: of two equally long ways the one that spares the middle wins. */
const MIDDLE_COST = 5;
const OUTER_COST = 4;

/** Units by which the ways of an alignment may stray from the straight one. */
const BAND = 48;
/** More than any alignment costs. */
const FAR = 30000;

/** The columns of a row, which stands for a head of the needle, that lie in the band around the straight way. */
function bandOf(
  row: number,
  straight: number,
  width: number,
): readonly [low: number, high: number] {
  const low = Math.min(Math.max(1, row + straight - BAND), width - 1);
  const high = Math.max(1, Math.min(width - 1, row + straight + BAND));
  return [low, high];
}

/**
 * The alignment of `before + middle + behind` with a stretch of `hay` that
 * costs the fewest edits; what lies around the stretch is free (Sellers 1980).
 * Units put in between two parts belong to neither side's span.
 * Only ways within 48 units of the straight one that ends as expected are
 * looked at, so time is linear in the needle.
 * @param expected index in the hay where the needle should end; of equally good stretches the nearest is taken
 */
export function align(
  before: string,
  middle: string,
  behind: string,
  hay: string,
  expected: number,
): Alignment {
  const needle = before + middle + behind;
  const width = hay.length + 1;
  const from = before.length;
  const to = from + middle.length;
  if (hay === '')
    return { start: 0, end: 0, before: from, middle: middle.length, behind: behind.length };
  const straight = expected - needle.length;
  const costs = fill(needle, from, to, hay, straight);
  let row = needle.length;
  const [lowest, highest] = bandOf(row, straight, width);
  let column = lowest;
  for (let j = lowest + 1; j <= highest; j++) {
    const better = costs[row * width + j] - costs[row * width + column];
    if (better < 0 || (better === 0 && Math.abs(j - expected) < Math.abs(column - expected)))
      column = j;
  }
  let first = -1;
  let last = -1;
  const edits = [0, 0, 0];
  while (row > 0) {
    const cost = costs[row * width + column];
    const part = row > to ? 2 : row > from ? 1 : 0;
    const step = part === 1 ? MIDDLE_COST : OUTER_COST;
    const same = column > 0 && needle.charCodeAt(row - 1) === hay.charCodeAt(column - 1);
    if (column > 0 && costs[(row - 1) * width + column - 1] + (same ? 0 : step) === cost) {
      if (part === 1) {
        if (last < 0) last = column;
        first = column - 1;
      }
      if (!same) edits[part]++;
      row--;
      column--;
    } else if (costs[(row - 1) * width + column] + step === cost) {
      edits[part]++;
      row--;
    } else {
      edits[row === from ? 0 : row === to ? 2 : part]++;
      column--;
    }
  }
  if (first < 0) first = last = column;
  return { start: first, end: last, before: edits[0], middle: edits[1], behind: edits[2] };
}

let matrix = new Uint16Array(1 << 15);

/** The matrix of edit distances between every head of the needle and the best stretch ending at every place of the hay in the band. */
function fill(
  needle: string,
  from: number,
  to: number,
  hay: string,
  straight: number,
): Uint16Array {
  const width = hay.length + 1;
  const size = width * (needle.length + 1);
  if (matrix.length < size) matrix = new Uint16Array(size * 2);
  const costs = matrix;
  costs.fill(0, 0, width);
  let highAbove = width - 1;
  for (let i = 1; i <= needle.length; i++) {
    const unit = needle.charCodeAt(i - 1);
    const step = i > from && i <= to ? MIDDLE_COST : OUTER_COST;
    const [low, high] = bandOf(i, straight, width);
    const row = i * width;
    const above = row - width;
    if (high > highAbove) costs[above + high] = FAR;
    highAbove = high;
    let diagonal = costs[above + low - 1];
    let left = low === 1 ? diagonal + step : FAR;
    costs[row + low - 1] = left;
    for (let j = low; j <= high; j++) {
      const up = costs[above + j];
      let cost = hay.charCodeAt(j - 1) === unit ? diagonal : diagonal + step;
      if (up + step < cost) cost = up + step;
      if (left + OUTER_COST < cost) cost = left + OUTER_COST;
      costs[row + j] = cost;
      left = cost;
      diagonal = up;
    }
  }
  return costs;
}

/** Edits that turn `needle` into the best head of `hay`, no more than the needle's length. */
export function headDistance(needle: string, hay: string): number {
  if (hay.startsWith(needle)) return 0;
  let row = Array.from({ length: needle.length + 1 }, (_, i) => i);
  let best = needle.length;
  for (let j = 0; j < hay.length; j++) {
    const next = [j + 1];
    for (let i = 1; i <= needle.length; i++) {
      const swap = row[i - 1] + (needle.charCodeAt(i - 1) === hay.charCodeAt(j) ? 0 : 1);
      next.push(Math.min(swap, row[i] + 1, next[i - 1] + 1));
    }
    row = next;
    if (row[needle.length] < best) best = row[needle.length];
  }
  return best;
}

/**
 * Where in `hay` stretches end that are `most` edits or fewer away from
 * `needle`: of every run of such places the one with the fewest edits.
 */
export function approximateEnds(needle: string, hay: string, most: number): number[] {
  const column = Uint16Array.from({ length: needle.length + 1 }, (_, i) => i);
  const ends: number[] = [];
  let best = most + 1;
  let at = -1;
  for (let j = 1; j <= hay.length; j++) {
    let diagonal = 0;
    for (let i = 1; i <= needle.length; i++) {
      const swap = needle.charCodeAt(i - 1) === hay.charCodeAt(j - 1) ? diagonal : diagonal + 1;
      diagonal = column[i];
      column[i] = Math.min(swap, diagonal + 1, column[i - 1] + 1);
    }
    const cost = column[needle.length];
    if (cost < best) {
      best = cost;
      at = j;
    } else if (cost > most && at >= 0) {
      ends.push(at);
      best = most + 1;
      at = -1;
    }
  }
  if (at >= 0) ends.push(at);
  return ends;
}
