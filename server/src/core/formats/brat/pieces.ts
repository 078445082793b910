/** A piece of a text by UTF-16 offsets, half-open. */
export type Piece = readonly [number, number];

const spaces = /[\s\p{Cc}]+/gu;
/** Tabs, line ends and whatever else ends a line or a column for some reader of the file. */
const hard = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Whether a text holds a tab, a line end or another control character. */
export function hasHard(text: string): boolean {
  return hard.test(text);
}

/**
 * The pieces of a tag as brat writes them: it breaks a tag at line ends and
 * tabs, and leaves out the white space around these. A tag that is nothing else
 * becomes an empty one at its start.
 */
export function brokenUp(text: string, pieces: readonly Piece[]): Piece[] {
  const broken = pieces.flatMap((piece) => brokenPiece(text, piece));
  return broken.length > 0 ? broken : [[pieces[0][0], pieces[0][0]]];
}

function brokenPiece(text: string, [start, end]: Piece): Piece[] {
  if (start === end) return [[start, end]];
  const broken: Piece[] = [];
  let from = start;
  for (const { 0: space, index } of text.slice(start, end).matchAll(spaces)) {
    if (!hasHard(space)) continue;
    const to = start + index;
    if (to > from) broken.push([from, to]);
    from = to + space.length;
  }
  if (from < end) broken.push([from, end]);
  return broken;
}

/** The pieces, in text order, with those in one that only line ends, tabs and white space around them part. */
export function rejoined(text: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const [start, end] of pieces) {
    const last = joined.at(-1);
    if (last && breaksOnly(text.slice(last[1], start))) {
      joined[joined.length - 1] = [last[0], end];
    } else {
      joined.push([start, end]);
    }
  }
  return joined;
}

function breaksOnly(gap: string): boolean {
  return gap !== '' && hasHard(gap) && gap.replace(spaces, '') === '';
}

/** What brat's text column says of the pieces. */
export function columnOf(text: string, pieces: readonly Piece[]): string {
  return pieces.map(([start, end]) => text.slice(start, end)).join(' ');
}

/**
 * Whether a text column says what the pieces hold. White space counts as one
 * space, since some programs put spaces for line ends; brat up to version 1.2
 * put nothing between two pieces.
 */
export function columnFits(column: string, text: string, pieces: readonly Piece[]): boolean {
  const plain = (part: string, space: string) => part.replace(spaces, space).trimEnd();
  const own = columnOf(text, pieces);
  if (column === own || plain(column, ' ') === plain(own, ' ')) return true;
  return pieces.length > 1 && plain(column, '') === plain(own, '');
}
