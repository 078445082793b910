import type { Problem } from '../problem.ts';
import { jsonLine } from '../tags/serialise.ts';
import type { FileProblem, FormatFile } from './format.ts';
import { parseJson } from './parseJson.ts';

/** One record of a file, a line or an item of its list. */
export interface JsonRecord {
  readonly value: unknown;
  /** Line, counted from 1; absent where the file is one JSON value. */
  readonly line?: number;
  /** Which record it is, counted from 1. */
  readonly number: number;
}

/** What a file of records holds. */
export interface JsonRecords {
  readonly records: readonly JsonRecord[];
  readonly problems: readonly FileProblem[];
}

/**
 * The records of a file: a JSON value a line, or the items of one list, or one
 * value over several lines. A line that cannot be read is a problem, the others
 * are read all the same.
 */
export function jsonRecords({ path, content }: FormatFile): JsonRecords {
  const source = content.startsWith('\ufeff') ? content.slice(1) : content;
  const lines = source
    .split('\n')
    .flatMap((text, i) => (text.trim() ? [{ text, line: i + 1 }] : []));
  if (lines.length === 0) return { records: [], problems: [] };
  const first = parseJson(lines[0].text);
  if (lines.length === 1 || 'error' in first) {
    const whole = lines.length === 1 ? first : parseJson(source);
    if ('value' in whole) return { records: itemsOf(whole.value), problems: [] };
    const start = /^\s*\[/.test(source) || !lines.some(({ text }) => 'value' in parseJson(text));
    if (start) {
      const line = source.slice(0, whole.error.start).split('\n').length;
      return { records: [], problems: [{ path, line, message: notJson(whole.error) }] };
    }
  }
  const records: JsonRecord[] = [];
  const problems: FileProblem[] = [];
  for (const { text, line } of lines) {
    const parsed = parseJson(text);
    if ('value' in parsed) records.push({ value: parsed.value, line, number: records.length + 1 });
    else problems.push({ path, line, message: `${notJson(parsed.error)} The line is left out.` });
  }
  return { records, problems };
}

/** A problem with a record, with its line or else its number. */
export function recordProblem(
  path: string,
  { line, number }: JsonRecord,
  message: string,
): FileProblem {
  return line === undefined
    ? { path, message: `Record ${number}: ${message}` }
    : { path, line, message };
}

/** The source of a file with a record a line. */
export function jsonLines(records: readonly unknown[]): string {
  return records.map((record) => `${jsonLine(record)}\n`).join('');
}

function itemsOf(value: unknown): JsonRecord[] {
  const list =
    Array.isArray(value) && typeof value[0] !== 'string' ? (value as unknown[]) : [value];
  return list.map((item, i) => ({ value: item, number: i + 1 }));
}

function notJson({ message }: Problem): string {
  return `This is no JSON. ${message}`;
}
