import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { activeRules } from '../../../../server/src/core/analysis/diagnose.ts';
import { TextAnalysis } from '../../../../server/src/core/analysis/text.ts';
import { defaultConfiguration } from '../../../../server/src/core/corpus/configuration.ts';
import { emptyRegistry } from '../../../../server/src/core/corpus/registry.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { ChunkedText } from '../../../../server/src/core/text/document.ts';
import { textDiagnostics } from '../../../../server/src/features/diagnostics.ts';

const rules = activeRules(defaultConfiguration);

function analyse(text: string): TextAnalysis {
  return new TextAnalysis(new ChunkedText(text), {
    language: en,
    rules: rules.passage,
    textRules: rules.text,
    configuration: defaultConfiguration,
    registry: emptyRegistry,
  });
}

describe('a flood of findings of one code', () => {
  const line = 'They met on 31 February 2014 in the old town hall, it was said.\n\n';
  const code = 'number/date-invalid';

  it('is listed from its start, and the last one counts the rest', () => {
    const analysis = analyse(line.repeat(250));
    assert.ok(analysis.text.chunks.length > 2);
    const found = textDiagnostics(analysis, true).filter((finding) => finding.code === code);
    assert.equal(found.length, 25);
    assert.deepEqual(
      found.map(({ start }) => start),
      Array.from({ length: 25 }, (_, index) => line.length * index + 'They met on '.length),
    );
    assert.match(
      found[24].message,
      /\(225 more number\/date-invalid behind this one are not listed\.\)$/,
    );
    assert.doesNotMatch(found[23].message, /not listed/);
  });

  it('is no flood where there are twenty-five', () => {
    const found = textDiagnostics(analyse(line.repeat(25)), true);
    assert.equal(found.filter((finding) => finding.code === code).length, 25);
    assert.ok(found.every(({ message }) => !message.includes('not listed')));
  });

  it('moves up as those in front are mended', () => {
    const analysis = analyse(line.repeat(26));
    const change = analysis.text.replace(0, line.length, '');
    analysis.update(change, 0, line.length, 0);
    const found = textDiagnostics(analysis, true).filter((finding) => finding.code === code);
    assert.equal(found.length, 25);
    assert.equal(found[0].start, 'They met on '.length);
    assert.ok(found.every(({ message }) => !message.includes('not listed')));
  });
});
