import type { Span } from '../span.ts';

/** The least severe first. */
export const severities = ['hint', 'info', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** Every diagnostic code; each has a page docs/rules/<code with - for />.md. */
export const codes = [
  'entity/undefined',
  'entity/ambiguous',
  'entity/untagged-mention',
  'entity/spelling-variant',
  'entity/inconsistent-case',
  'entity/abbreviation-undefined',
  'entity/abbreviation-conflict',
  'tag/label-unknown',
  'tag/label-inconsistent',
  'tag/crossing',
  'tag/duplicate',
  'tag/boundary',
  'tag/moved',
  'tag/changed',
  'tag/lost',
  'tag/attribute',
  'tag/type-mismatch',
  'number/format-mixed',
  'number/range-reversed',
  'number/date-invalid',
  'number/weekday-mismatch',
  'number/date-ambiguous',
  'number/conflict',
  'sidecar/invalid',
  'sidecar/conflict',
  'registry/invalid',
  'config/invalid',
] as const;
export type Code = (typeof codes)[number];

/** Another place that helps to understand a finding. */
export interface RelatedPlace extends Span {
  /** The other file, as a URI or path like the document's own; absent: the same document. */
  readonly file?: string;
  readonly message: string;
}

/** Something one click mends. */
export type Fix =
  | { readonly title: string; readonly kind: 'replace'; readonly edits: readonly TextReplacement[] }
  | {
      readonly title: string;
      readonly kind: 'command';
      /** A command of protocol.ts and its argument without `uri` and `range`. */
      readonly command: string;
      readonly argument: Readonly<Record<string, unknown>>;
      /** The command's `range`; absent: wherever the person asked for fixes. */
      readonly at?: Span;
    };

/** Put `text` where the span is, in the document the finding is in. */
export interface TextReplacement extends Span {
  readonly text: string;
}

/** One thing a rule has to say about a stretch of text. */
export interface Finding extends Span {
  readonly code: Code;
  /** One sentence that says what is wrong and, where it is not plain, what to do. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** The tag the finding is about. */
  readonly tag?: string;
}
