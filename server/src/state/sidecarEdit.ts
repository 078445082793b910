import {
  CreateFile,
  OptionalVersionedTextDocumentIdentifier,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { minimalEdit } from '../core/tags/minimalEdit.ts';
import { ChunkedText } from '../core/text/document.ts';
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
      const file = OptionalVersionedTextDocumentIdentifier.create(uri, version);
      const edit = TextDocumentEdit.create(file, edits(change, encoding));
      return exists || !create ? [edit] : [CreateFile.create(uri, { ignoreIfExists: true }), edit];
    }),
  };
}

function edits({ before, after }: FileChange, encoding: Encoding): TextEdit[] {
  const positions = new Positions(new ChunkedText(before), encoding);
  return minimalEdit(before, after).map(({ start, end, text }) => ({
    range: positions.range({ start, end }),
    newText: text,
  }));
}
