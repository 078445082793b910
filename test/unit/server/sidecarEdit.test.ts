import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { workspaceEdit } from '../../../server/src/state/sidecarEdit.ts';

const plain = { documentChanges: false, create: false };

function edited(before: string, after: string) {
  const change = { uri: 'file:///a', version: null, exists: true, before, after };
  const edits = workspaceEdit([change], 'utf-16', plain).changes?.['file:///a'] ?? [];
  const document = TextDocument.create('file:///a', 'json', 1, before);
  return { edits, text: TextDocument.applyEdits(document, edits) };
}

describe('the edit of a sidecar', () => {
  it('turns any source into any other', () => {
    const line = fc.constantFrom('a', 'b', 'ä👩‍👩‍👧', '', 'x'.repeat(3000), 'y'.repeat(5000));
    const source = fc
      .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
      .map(([lines, ended]) => lines.join('\n') + (ended ? '\n' : ''));
    fc.assert(
      fc.property(source, source, (before, after) => {
        assert.equal(edited(before, after).text, after);
      }),
    );
  });

  it('is one line for one line more, in the middle of a great file too', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);
    const more = lines.toSpliced(12_345, 0, 'one more');
    const { edits } = edited(`${lines.join('\n')}\n`, `${more.join('\n')}\n`);
    const at = { line: 12_345, character: 0 };
    assert.deepEqual(edits, [{ range: { start: at, end: at }, newText: 'one more\n' }]);
  });
});
