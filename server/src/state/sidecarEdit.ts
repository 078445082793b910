import type {
  CreateFile,
  Position,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { minimalEdit } from '../core/tags/minimalEdit.ts';
import { ChunkedText } from '../core/text/document.ts';
import { lineEnds } from '../core/text/lineEnds.ts';
import { type Encoding, Positions } from '../position.ts';

/** What a client can take in a `WorkspaceEdit`. */
export interface EditSupport {
  /** Edits of files at a version; else only plain edits by URI. */
  readonly documentChanges: boolean;
  /** The making of files. */
  readonly create: boolean;
}

/** A file that is to read otherwise. */
export interface FileChange {
  readonly uri: string;
  /** The client's version of the file where an editor holds it, else null. */
  readonly version: number | null;
  readonly exists: boolean;
  readonly before: string;
  readonly after: string;
}

/** One edit for all changes, each touching only the lines that differ; files that are not there are made. */
export function workspaceEdit(
  changes: readonly FileChange[],
  encoding: Encoding,
  { documentChanges, create }: EditSupport,
): WorkspaceEdit {
  if (!documentChanges) {
    return {
      changes: Object.fromEntries(changes.map((change) => [change.uri, edits(change, encoding)])),
    };
  }
  return {
    documentChanges: changes.flatMap((change) => {
      const { uri, version, exists } = change;
      const edit: TextDocumentEdit = {
        textDocument: { uri, version },
        edits: edits(change, encoding),
      };
      const file: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
      return exists || !create ? [edit] : [file, edit];
    }),
  };
}

function edits({ before, after }: FileChange, encoding: Encoding): TextEdit[] {
  const { above, behind } = commonLines(before, after);
  const old = before.slice(above, before.length - behind);
  const positions = new Positions(new ChunkedText(old), encoding);
  const lines = lineEnds(before, above);
  const below = ({ line, character }: Position) => ({ line: line + lines, character });
  return minimalEdit(old, after.slice(above, after.length - behind)).map(({ start, end, text }) => {
    const range = positions.range({ start, end });
    return { range: { start: below(range.start), end: below(range.end) }, newText: text };
  });
}

/** Units compared at once. */
const STRIDE = 4096;

/** Units of the whole lines that two sources begin, and end, with in common. */
function commonLines(a: string, b: string): { above: number; behind: number } {
  let above = 0;
  while (above < a.length && b.startsWith(a.slice(above, above + STRIDE), above)) above += STRIDE;
  const most = Math.min(a.length, b.length);
  above = Math.min(above, most);
  while (above < most && a[above] === b[above]) above++;
  above = above === 0 ? 0 : a.lastIndexOf('\n', above - 1) + 1;
  let behind = 0;
  const room = most - above;
  while (behind + STRIDE <= room && sameStretch(a, b, behind)) behind += STRIDE;
  while (behind < room && a.at(-1 - behind) === b.at(-1 - behind)) behind++;
  const line = behind === 0 ? -1 : a.indexOf('\n', a.length - behind);
  return { above, behind: line < 0 ? 0 : a.length - line - 1 };
}

function sameStretch(a: string, b: string, behind: number): boolean {
  const stretch = a.slice(a.length - behind - STRIDE, a.length - behind);
  return b.startsWith(stretch, b.length - behind - STRIDE);
}
