import type { Diagnosis } from '../core/analysis/diagnose.ts';
import type { Code, RelatedPlace, Severity } from '../core/rules/finding.ts';
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
  /** Places in the same file that help to understand it. */
  readonly related?: readonly (Region & { readonly message: string })[];
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

  /** @param shown the file's name as it is printed */
  constructor(shown: string, text: string | ChunkedText) {
    this.#shown = shown;
    this.#text = typeof text === 'string' ? new ChunkedText(text) : text;
  }

  finding({ code, severity, message, related, ...span }: Diagnosis): ReportedFinding {
    const here = related?.filter((place) => place.file === undefined) ?? [];
    return {
      file: this.#shown,
      code,
      severity,
      ...this.#region(span),
      message,
      ...(here.length > 0 && { related: here.map((place) => this.#related(place)) }),
    };
  }

  #related(place: RelatedPlace): Region & { message: string } {
    return { ...this.#region(place), message: place.message };
  }

  #region({ start, end }: { start: number; end: number }): Region {
    const from = this.#text.positionAt(start);
    const to = this.#text.positionAt(end);
    return {
      start,
      end,
      line: from.line + 1,
      column: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
    };
  }
}
