import type { Range } from 'vscode-languageserver-protocol';
import type { Diagnosis } from '../core/analysis/diagnose.ts';
import type { Code, RelatedPlace, Severity } from '../core/rules/finding.ts';
import type { Span } from '../core/span.ts';
import { ChunkedText } from '../core/text/document.ts';

/** A finding as `check` prints it. Lines and columns count from 1, columns in UTF-16 units. */
export interface ReportedFinding {
  readonly file: string;
  readonly code: Code;
  readonly severity: Severity;
  /** Offsets in the file's canonical text. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** Places that help to understand it, in the same file where they name none. */
  readonly related?: readonly RelatedRegion[];
}

/** A stretch of a file with what is to be seen there. */
export interface RelatedRegion extends Region {
  readonly file?: string;
  readonly message: string;
}

/** A stretch of a file, lines and columns counted from 1. */
export type Region = Pick<
  ReportedFinding,
  'start' | 'end' | 'line' | 'column' | 'endLine' | 'endColumn'
>;

/** Gives the findings of one file their lines and columns. */
export class FileReport {
  readonly #shown: string;
  readonly #text: ChunkedText;
  readonly #elsewhere: (place: RelatedPlace) => RelatedRegion | undefined;

  /**
   * @param shown the file's name as it is printed
   * @param elsewhere where a place in another file is, if that is known
   */
  constructor(
    shown: string,
    text: string | ChunkedText,
    elsewhere: (place: RelatedPlace) => RelatedRegion | undefined = () => undefined,
  ) {
    this.#shown = shown;
    this.#elsewhere = elsewhere;
    this.#text = typeof text === 'string' ? new ChunkedText(text) : text;
  }

  finding({ code, severity, message, related, ...span }: Diagnosis): ReportedFinding {
    const places = related?.flatMap((place) => this.#related(place) ?? []) ?? [];
    return {
      file: this.#shown,
      code,
      severity,
      ...this.#region(span),
      message,
      ...(places.length > 0 && { related: places }),
    };
  }

  #related(place: RelatedPlace): RelatedRegion | undefined {
    if (place.file !== undefined) return this.#elsewhere(place);
    return { ...this.#region(place), message: place.message };
  }

  #region(span: Span): Region {
    const [start, end] = [span.start, span.end].map((offset) => this.#text.positionAt(offset));
    return regionOf(span, { start, end });
  }
}

/** A span with its range, lines and columns counted from 0. */
export function regionOf({ start, end }: Span, range: Range): Region {
  return {
    start,
    end,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
}
