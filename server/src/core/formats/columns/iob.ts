/** Consecutive words under one label, by their numbers, the last one included. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

/** `B-PER`, `I-PER`, and the letters of IOBES (E, S), BILOU (L, U) and BMES (M, W); `B` alone. */
const mark = /^([BIESLUMW])(?:-(.*))?$/su;

/** What columns without labels of their own (`B`, `I`, `O`) are read as. */
const NAMELESS = 'entity';

/** Whether a column's value stands for no tag. */
export function isOutside(value: string): boolean {
  return value === 'O' || value === '' || value === '_' || value === '-';
}

/** Whether a value is one of IOB and its kin: `O`, `B-PER`, `S-LOC`. */
export function isIob(value: string): boolean {
  return value === 'O' || mark.test(value);
}

/** How a whole file marks where its chunks begin. */
export interface Scheme {
  /** Whether values have a letter before their label (`B-PER`), and not the label alone (`PER`). */
  readonly prefixed: boolean;
  /** Whether `B-` stands only between two chunks of one label (IOB1). */
  readonly iob1: boolean;
}

/** Recognises the scheme of a file from all its values, sentence by sentence. */
export function schemeOf(sentences: readonly (readonly string[])[]): Scheme {
  const prefixed = sentences.some((values) => values.some((value) => mark.test(value)));
  const begun = sentences.some((values) =>
    values.some((value, i) => {
      const here = mark.exec(value);
      if (here === null || 'IELM'.includes(here[1])) return false;
      const before = mark.exec(values[i - 1] ?? '');
      return here[1] !== 'B' || before === null || before[2] !== here[2];
    }),
  );
  return { prefixed, iob1: prefixed && !begun };
}

/** One value taken apart. */
interface Mark {
  readonly label: string;
  readonly begins: boolean;
  readonly ends: boolean;
}

function markOf(value: string, { prefixed }: Scheme): Mark | null {
  if (isOutside(value)) return null;
  const found = prefixed ? mark.exec(value) : null;
  if (found === null) return { label: value, begins: false, ends: false };
  const [, letter, label = ''] = found;
  const alone = letter === 'S' || letter === 'U' || letter === 'W';
  return {
    label: label === '' ? NAMELESS : label,
    begins: alone || letter === 'B',
    ends: alone || letter === 'E' || letter === 'L',
  };
}

/**
 * The chunks of one sentence. Whatever the scheme, a chunk goes on until
 * another label, `O` or a letter that begins or ends one; so a chunk that
 * begins with `I-` begins all the same, as conlleval has it.
 * @returns also the words where a chunk begins by a letter that should go on, unless IOB1 has them so
 */
export function decodeIob(
  values: readonly string[],
  scheme: Scheme,
): { chunks: Chunk[]; mended: number[] } {
  const chunks: Chunk[] = [];
  const mended: number[] = [];
  let open = false;
  values.forEach((value, i) => {
    const here = markOf(value, scheme);
    if (here === null) {
      open = false;
      return;
    }
    const last = chunks[chunks.length - 1];
    if (open && !here.begins && last.label === here.label) {
      chunks[chunks.length - 1] = { ...last, last: i };
    } else {
      chunks.push({ first: i, last: i, label: here.label });
      if (!here.begins && scheme.prefixed && !scheme.iob1) mended.push(i);
    }
    open = !here.ends;
  });
  return { chunks, mended };
}

/** The value in IOB2 of each of so many words, `O` where no chunk lies; chunks must not overlap. */
export function encodeIob(count: number, chunks: readonly Chunk[]): string[] {
  const values = Array.from({ length: count }, () => 'O');
  for (const { first, last, label } of chunks) {
    for (let i = first; i <= last; i++) values[i] = `${i === first ? 'B' : 'I'}-${label}`;
  }
  return values;
}
