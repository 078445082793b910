import { isRecord } from '../../tags/read.ts';
import { CodePoints } from '../codePoints.ts';

/** A denotation as a file holds it, its offsets as they are counted there. */
export interface Denotation {
  readonly ref: string;
  readonly obj: string;
  /** In the text's order; none overlaps another. */
  readonly pieces: readonly Piece[];
}

type Piece = readonly [begin: number, end: number];

/** What older files call a piece of a tag, and what links it to the next one. */
const FRAGMENT = '_FRAGMENT';
export const CHAINED = '_lexicallyChainedTo';

/** A denotation, or what is wrong with it, as the end of a sentence that begins with its name. */
export function readDenotation(raw: unknown, at: number): Denotation | string {
  if (!isRecord(raw)) return 'is no object';
  const ref = refOf(raw.id, at);
  const { obj } = raw;
  if ((typeof obj !== 'string' && typeof obj !== 'number') || String(obj).trim() === '') {
    return 'has no “obj”, its label';
  }
  const spans = Array.isArray(raw.span) ? (raw.span as unknown[]) : [raw.span ?? raw];
  const pieces = spans.map(readPiece);
  const sound = pieces.filter((piece) => piece !== null);
  if (sound.length < pieces.length || sound.length === 0) {
    return 'needs a “span” whose “begin” and “end” are whole numbers';
  }
  const wrong = sound.find(([begin, end]) => end < begin);
  if (wrong) return `ends (${wrong[1]}) before it begins (${wrong[0]})`;
  return { ref, obj: String(obj).trim(), pieces: joined(sound) };
}

/** The id of an annotation; one without an id is called by its number, from 0. */
export function refOf(id: unknown, at: number): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : `#${at + 1}`;
}

function readPiece(span: unknown): Piece | null {
  if (!isRecord(span)) return null;
  const { begin, end } = span;
  if (typeof begin !== 'number' || typeof end !== 'number') return null;
  return Number.isSafeInteger(begin) && Number.isSafeInteger(end) ? [begin, end] : null;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const [begin, end] of [...pieces].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all.at(-1);
    if (last && begin < last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)];
    else all.push([begin, end]);
  }
  return all;
}

/**
 * The denotations with those that are one in pieces made one, and what each
 * piece's id stands for now. Of a chain the last piece has the label, and each
 * is the subject of the link to the piece before it.
 * @param links subject and object of each link
 */
export function unchained(
  denotations: readonly Denotation[],
  links: readonly (readonly [subject: string, object: string])[],
): { readonly denotations: readonly Denotation[]; readonly nameOf: (ref: string) => string } {
  const byRef = new Map(denotations.map((denotation) => [denotation.ref, denotation]));
  const into = new Map<string, string>();
  const nameOf = (ref: string) => {
    let name = ref;
    for (let next = into.get(name); next !== undefined; next = into.get(name)) name = next;
    return name;
  };
  for (const [subject, object] of links) {
    const [head, piece] = [byRef.get(nameOf(subject)), byRef.get(nameOf(object))];
    if (!head || !piece || head === piece) continue;
    into.set(piece.ref, head.ref);
    const pieces = joined([...head.pieces, ...piece.pieces]);
    const obj = head.obj === FRAGMENT ? piece.obj : head.obj;
    byRef.set(head.ref, { ...head, obj, pieces });
  }
  const kept = denotations.filter(({ ref }) => !into.has(ref));
  const whole = kept.map((denotation) => {
    const now = byRef.get(denotation.ref) ?? denotation;
    return into.size > 0 && now.ref === denotation.ref ? now : denotation;
  });
  return { denotations: whole, nameOf };
}

/**
 * Leads from a file's offsets to UTF-16 ones. PubAnnotation counts code
 * points, TextAE UTF-16 units; only characters above U+FFFF make a difference.
 * Units are assumed where code points cannot be meant: they lead beyond the
 * text or cut words, and units do neither.
 */
export function unitsOf(
  text: string,
  denotations: readonly Denotation[],
  known: boolean,
): (offset: number) => number {
  const points = new CodePoints(text);
  const toUnits = (offset: number) => points.toUnits(offset);
  if (known || points.length === text.length) return toUnits;
  const pieces = denotations.flatMap((denotation) => denotation.pieces);
  const clean = (unitOf: (offset: number) => number) =>
    pieces.every(([begin, end]) => isClean(text, unitOf(begin), unitOf(end)));
  const same = (offset: number) => offset;
  return !clean(toUnits) && clean(same) ? same : toUnits;
}

const word = /[\p{L}\p{N}\p{M}]/u;

/** Whether a span lies in the text, has no white space at its ends, and cuts no word and no character. */
function isClean(text: string, begin: number, end: number): boolean {
  if (begin < 0 || end > text.length) return false;
  if (text.slice(begin, end).trim().length !== end - begin) return false;
  return ![begin, end].some((at) => {
    const [before, behind] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
    const low = (behind.charCodeAt(0) & 0xfc00) === 0xdc00;
    return low || (word.test([...before].at(-1) ?? '') && word.test([...behind][0] ?? ''));
  });
}
