import {
  CreateFile,
  OptionalVersionedTextDocumentIdentifier,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { minimalEdit } from '../core/tags/minimalEdit.ts';
import { ChunkedText } from '../core/text/document.ts';
import { type Encoding, Positions } from '../position.ts';
import type { Layer } from './layer.ts';

/** The edit that turns a layer's sidecar into `source`, touching only the lines that differ; it makes the file where there is none. */
export function sidecarEdit(
  layer: Layer,
  source: string,
  encoding: Encoding,
): (CreateFile | TextDocumentEdit)[] {
  const positions = new Positions(new ChunkedText(layer.source), encoding);
  const edits = minimalEdit(layer.source, source).map(({ start, end, text }) => ({
    range: positions.range({ start, end }),
    newText: text,
  }));
  const edit = TextDocumentEdit.create(
    OptionalVersionedTextDocumentIdentifier.create(layer.uri, null),
    edits,
  );
  return layer.exists ? [edit] : [CreateFile.create(layer.uri, { ignoreIfExists: true }), edit];
}
