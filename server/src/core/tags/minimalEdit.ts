import type { TextReplacement } from '../rules/finding.ts';

/**
 * The replacements, in order and not touching each other, that turn one source
 * into another, in whole lines: an added tag is one inserted line, a changed
 * tag one replaced line, and everything else stays untouched for whoever has
 * the file open. Linear in the number of lines.
 */
export function minimalEdit(before: string, after: string): TextReplacement[] {
  const oldLines = linesOf(before);
  const newLines = linesOf(after);
  const inOld = new Set(oldLines);
  const edits: TextReplacement[] = [];
  let at = 0;
  let hunkStart = 0;
  let hunk = '';
  const flush = (): void => {
    if (at > hunkStart || hunk !== '') edits.push({ start: hunkStart, end: at, text: hunk });
    hunk = '';
  };
  let i = 0;
  let j = 0;
  while (i < oldLines.length || j < newLines.length) {
    const oldLine = oldLines[i];
    const newLine = newLines[j];
    if (oldLine !== undefined && oldLine === newLine) {
      flush();
      at += oldLine.length;
      hunkStart = at;
      i++;
      j++;
    } else if (oldLine === undefined || (newLine !== undefined && !inOld.has(newLine))) {
      hunk += newLine;
      j++;
    } else {
      at += oldLine.length;
      inOld.delete(oldLine);
      i++;
    }
  }
  flush();
  return edits;
}

/** The lines with their line ends; together they are the source. */
function linesOf(source: string): string[] {
  const lines = source.split('\n');
  const last = lines.pop() ?? '';
  const ended = lines.map((line) => `${line}\n`);
  return last === '' ? ended : [...ended, last];
}
