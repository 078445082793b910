import type { FileProblem, FormatFile } from './format.ts';
import { parseJson } from './parseJson.ts';

/** The value of a JSON file, or what is wrong with it and in which line. */
export function jsonOf({
  path,
  content,
}: FormatFile): { readonly value: unknown } | { readonly problem: FileProblem } {
  const source = content.replace(/^\ufeff/, ' ');
  const parsed = parseJson(source);
  if ('value' in parsed) return parsed;
  const { start, message } = parsed.error;
  const line = source.slice(0, start).split('\n').length;
  return { problem: { path, line, message: `This is no JSON. ${message}` } };
}
