import { inContext, type KeywordInContext } from '../core/corpus/concordance.ts';
import { columnsOf } from '../core/text/columns.ts';
import type { Hit } from './concordance.ts';

/** Letters that are written from right to left. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Those, and controls that change the direction. */
const directed =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const anyLetter = /\p{L}/u;
/** Unicode's isolates: what stands between one and `CLOSE` is set by itself, in this direction. */
const Isolate = { leftToRight: '\u2066', rightToLeft: '\u2067' } as const;
const CLOSE = '\u2069';
const GAP = '  ';

/** The hits as a concordance: where, what stands before, the hit, what stands behind; the hits under one another. */
export function* asText(hits: readonly Hit[], columns: number): Generator<string> {
  const widest = hits.reduce((most, hit) => Math.max(most, columnsOf(placeOf(hit))), 0);
  for (const hit of hits) {
    const place = placeOf(hit);
    const row = rowOf(inContext(hit.source.text, hit, columns), columns);
    yield `${place}${' '.repeat(widest - columnsOf(place))}${GAP}${row}\n`;
  }
}

function placeOf({ source, line, column }: Hit): string {
  return `${source.file}:${line}:${column}`;
}

/**
 * Left, node and right of a hit. What runs from right to left is isolated, so
 * that a terminal which sets it so cannot let the columns run into each other;
 * a hit in such letters has what stands before it on its right there.
 */
function rowOf({ left, node, right }: KeywordInContext, columns: number): string {
  const before = ' '.repeat(Math.max(0, columns - columnsOf(left)));
  const parts = [left, node, right];
  if (!parts.some((part) => directed.test(part))) {
    return `${before}${parts.join(GAP)}`.trimEnd();
  }
  const isRightToLeft = rightToLeft.test(anyLetter.exec(node)?.[0] ?? '');
  const open = isRightToLeft ? Isolate.rightToLeft : Isolate.leftToRight;
  const row = before + parts.map((part) => open + part + CLOSE).join(GAP);
  if (!isRightToLeft) return row;
  // Set from the right, the row is aligned only if it fills all that it may.
  const behind = Math.max(0, 2 * columns - columnsOf(node) - columnsOf(right));
  return open + row + ' '.repeat(behind) + CLOSE;
}

/** The same as a JSON array. */
export function* asJson(hits: readonly Hit[], columns: number): Generator<string> {
  yield '[';
  let separator = '\n';
  for (const hit of hits) {
    yield separator + JSON.stringify(recordOf(hit, columns));
    separator = ',\n';
  }
  yield hits.length > 0 ? '\n]\n' : ']\n';
}

function recordOf({ source, line, column, start, end, tags }: Hit, columns: number): object {
  const { left, right } = inContext(source.text, { start, end }, columns);
  const quote = source.text.slice(start, end);
  const found = tags.map(({ tag, layer }) => ({
    id: tag.id,
    label: tag.label,
    entity: tag.entity,
    layer,
  }));
  return {
    file: source.file,
    line,
    column,
    start,
    end,
    left,
    quote,
    right,
    ...(found.length > 0 && { tags: found }),
  };
}
