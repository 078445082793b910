import type { Diagnosis } from '../core/analysis/diagnose.ts';
import type { EntityMention } from '../core/corpus/names.ts';
import type { NumberMention } from '../core/recognise/mentions.ts';
import type { Span } from '../core/span.ts';
import { tokenKindNames } from '../core/text/tokens.ts';
import type { Examined } from './examine.ts';

/** A place in a file, as `analyze` prints definitions. */
export interface FilePlace extends Span {
  readonly file: string;
}

/** What a record needs to know besides the analysis. */
export interface RecordContext {
  /** The file's name as it is printed. */
  readonly file: string;
  readonly define: (mention: EntityMention) => FilePlace | null;
}

/**
 * The JSON object that `analyze` prints for one text, in small pieces, so that
 * a text of any size needs little memory. Without line ends.
 */
export function* recordOf(examined: Examined, context: RecordContext): Generator<string> {
  const { analysis, diagnoses } = examined;
  const head = { file: context.file, language: analysis.language.code, length: analysis.length };
  yield `${JSON.stringify(head).slice(0, -1)},"tokens":[`;
  const sentences: string[] = [];
  let separator = '';
  for (const chunk of analysis.text.chunks) {
    const { tokens, layout } = analysis.passageAt(chunk.start);
    if (tokens.length === 0) continue;
    const rows = Array.from(
      tokens.start,
      (start, i) =>
        `[${start + chunk.start},${tokens.end[i] + chunk.start},"${tokenKindNames[tokens.kind[i]]}"]`,
    );
    yield `${separator}${rows.join(',')}`;
    separator = ',';
    for (const [i, first] of layout.sentences.entries()) {
      const last = (layout.sentences[i + 1] ?? tokens.length) - 1;
      sentences.push(`[${tokens.start[first] + chunk.start},${tokens.end[last] + chunk.start}]`);
    }
  }
  yield `],"sentences":[${sentences.join(',')}],"numbers":[`;
  yield* listed(analysis.numbers(), (number) => numberRecord(number, analysis));
  yield '],"entities":[';
  yield* listed(analysis.entities(), (mention) => entityRecord(mention, analysis, context));
  yield '],"diagnostics":[';
  yield* listed(diagnoses, diagnosticRecord);
  yield ']}';
}

function* listed<T>(items: Iterable<T>, record: (item: T) => object): Generator<string> {
  let separator = '';
  for (const item of items) {
    yield separator + JSON.stringify(record(item));
    separator = ',';
  }
}

interface Sliceable {
  slice(start: number, end: number): string;
}

function numberRecord(
  { start, end, kind, value, unit, hedge, of }: NumberMention,
  text: Sliceable,
) {
  return { start, end, text: text.slice(start, end), kind, value, unit, hedge, of };
}

function entityRecord(mention: EntityMention, text: Sliceable, { define }: RecordContext) {
  const { start, end, type, entity, source } = mention;
  const definition = define(mention);
  return { start, end, text: text.slice(start, end), type, entity, source, definition };
}

function diagnosticRecord({ code, severity, start, end, message }: Diagnosis) {
  return { code, severity, start, end, message };
}
