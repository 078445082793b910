import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextAnalysis } from '../../../../server/src/core/analysis/text.ts';
import { defaultConfiguration } from '../../../../server/src/core/corpus/configuration.ts';
import { emptyRegistry } from '../../../../server/src/core/corpus/registry.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import type { Finding } from '../../../../server/src/core/rules/finding.ts';
import { rules } from '../../../../server/src/core/rules/index.ts';
import type { Span } from '../../../../server/src/core/span.ts';
import { ChunkedText } from '../../../../server/src/core/text/document.ts';

/** An analysis that all rules have seen. */
function analyse(text: string): TextAnalysis {
  const analysis = new TextAnalysis(new ChunkedText(text), {
    language: en,
    rules: rules.filter((rule) => rule.scope === 'passage'),
    textRules: rules.filter((rule) => rule.scope === 'text'),
    configuration: defaultConfiguration,
    registry: emptyRegistry,
  });
  analysis.checkText();
  return analysis;
}

function edit(analysis: TextAnalysis, start: number, end: number, text: string): void {
  analysis.update(analysis.text.replace(start, end, text), start, end, text.length);
}

/** Every place that a finding names, as the words there. */
function places(analysis: TextAnalysis, { start, end, related = [], fixes = [] }: Finding) {
  const words = (span: Span) => analysis.slice(span.start, span.end);
  const edits = fixes.flatMap((fix): readonly Span[] =>
    fix.kind === 'replace' ? fix.edits : [fix.at ?? { start, end }],
  );
  return [{ start, end }, ...related, ...edits].map(words);
}

const text =
  'They met in Baghdad.\n\nThe centre in Bagdad is new. It sold 9,000 to 7,000 tickets.\n';

describe('findings', () => {
  it('move with the text, with all the places they name', () => {
    const analysis = analyse(text);
    const before = analysis.findings().map((finding) => places(analysis, finding));
    assert.deepEqual(before, [
      ['Bagdad', 'Baghdad', ''],
      ['9,000 to 7,000', '9,000', '7,000'],
    ]);
    edit(analysis, 0, 0, 'At last, and so much later: ');
    edit(analysis, analysis.length, analysis.length, 'The end.');
    const after = analysis.findings().map((finding) => places(analysis, finding));
    assert.deepEqual(after, before);
  });

  it('point into the whole text from a late passage', () => {
    const analysis = analyse(`${'Nothing is wrong in this sentence.\n\n'.repeat(1000)}${text}`);
    const found = analysis.findings().map((finding) => places(analysis, finding));
    assert.deepEqual(found[1], ['9,000 to 7,000', '9,000', '7,000']);
  });

  it('are after any edits those of the text as it came to be', () => {
    const line = 'It sold 9,000 to 7,000 tickets on 3 March.\n\n';
    const change = fc.record({
      at: fc.nat(299),
      length: fc.constantFrom(0, 1, 5, line.length, 100 * line.length),
      text: fc.constantFrom('', '1', line, 'It was 30 February.\n\n', 'Nothing.\n\n'),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const analysis = analyse(line.repeat(300));
        for (const { at, length, text } of changes) {
          const start = Math.min(at * line.length + 14, analysis.length);
          edit(analysis, start, Math.min(start + length, analysis.length), text);
          analysis.checkText();
          analysis.findings();
        }
        const fresh = analyse(analysis.slice(0, analysis.length));
        assert.deepEqual(analysis.listing(), fresh.listing());
      }),
      { numRuns: 30 },
    );
  });

  it('go when what they rest on is mended, be it one letter’s case', () => {
    const analysis = analyse('The group “Islamic state” (IG) is banned.');
    const [{ code, start }] = analysis.findings();
    assert.equal(code, 'entity/inconsistent-case');
    edit(analysis, start + 8, start + 9, 'S');
    assert.equal(analysis.stale, true);
    analysis.checkText();
    assert.deepEqual(analysis.findings(), []);
  });
});
