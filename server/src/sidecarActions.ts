import type { CodeAction, CodeActionContext, Range } from 'vscode-languageserver-protocol';
import { mergeSidecars } from './core/corpus/merge.ts';
import { parseConflicted } from './core/tags/conflictMarkers.ts';
import { sidecarOf } from './core/tags/files.ts';
import { minimalEdit } from './core/tags/minimalEdit.ts';
import { serialiseSidecar } from './core/tags/sidecar.ts';
import { ChunkedText } from './core/text/document.ts';
import { conflictsAt } from './features/conflicts.ts';
import { Positions } from './position.ts';
import type { Texts } from './state/texts.ts';
import { folderOf, join, nameOf } from './workspace.ts';

/** What can be done in a sidecar itself: merge the sides that git left in it, decide what a merge left open. */
export async function sidecarActions(
  texts: Texts,
  uri: string,
  range: Range,
  { diagnostics, only }: CodeActionContext,
): Promise<CodeAction[]> {
  const source = await texts.sources.read(uri);
  const sidecar = sidecarOf(nameOf(uri));
  const wanted = !only || only.some((kind) => kind === '' || kind === 'quickfix');
  if (source.kind !== 'text' || !sidecar || !wanted) return [];
  const positions = new Positions(new ChunkedText(source.text), texts.encoding);
  const merged = mergedSides(source.text);
  if (merged !== null) {
    const edits = minimalEdit(source.text, merged).map((edit) => ({
      range: positions.range(edit),
      newText: edit.text,
    }));
    const conflicts = diagnostics.filter(({ code }) => code === 'sidecar/conflict');
    const title = 'Merge both sides, tag by tag';
    return [
      {
        title,
        kind: 'quickfix',
        diagnostics: conflicts,
        isPreferred: true,
        edit: { changes: { [uri]: edits } },
      },
    ];
  }
  const textUri = join(folderOf(uri), sidecar.text);
  const layer = (await texts.get(textUri))?.layer(sidecar.layer);
  const span = positions.span(range);
  const near = { start: span.start, end: Math.max(span.end, span.start + 1) };
  return (layer ? conflictsAt(layer, near) : [])
    .flatMap(({ fixes = [] }) => fixes)
    .flatMap((fix): CodeAction[] => {
      if (fix.kind !== 'command') return [];
      const { title, command, argument } = fix;
      const call = { title, command, arguments: [{ uri: textUri, ...argument }] };
      return [{ title, kind: 'quickfix', command: call }];
    });
}

/** The merge of the sides between git's conflict markers; null where there are none, or a side cannot be read. */
function mergedSides(source: string): string | null {
  const { value } = parseConflicted(source);
  if (!value) return null;
  return serialiseSidecar(mergeSidecars(value.base, value.ours, value.theirs).value);
}
