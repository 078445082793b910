import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextAnalysis } from '../../../../server/src/core/analysis/text.ts';
import { defaultConfiguration } from '../../../../server/src/core/corpus/configuration.ts';
import { emptyRegistry } from '../../../../server/src/core/corpus/registry.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { rules } from '../../../../server/src/core/rules/index.ts';
import { ChunkedText } from '../../../../server/src/core/text/document.ts';

const TEXT = 'They met in Baghdad.\n\nThe centre in Bagdad is new.\n';
const textRules = rules.filter((rule) => rule.scope === 'text');

function analyse(): TextAnalysis {
  return new TextAnalysis(new ChunkedText(TEXT), {
    language: en,
    rules: [],
    textRules,
    configuration: defaultConfiguration,
    registry: emptyRegistry,
  });
}

function type(analysis: TextAnalysis, at: number, words: string): void {
  analysis.update(analysis.text.replace(at, at, words), at, at, words.length);
}

/** A pause behind each rule, in the `nth` of which something happens. */
function pausing(nth: number, happens: () => void): () => Promise<void> {
  let pauses = 0;
  return async () => {
    pauses++;
    if (pauses === nth) happens();
  };
}

const codesOf = (analysis: TextAnalysis) => analysis.findings().map(({ code }) => code);

describe('rules that let others have their turn', () => {
  it('pause behind each rule, and find what they find at once', async () => {
    let pauses = 0;
    const analysis = analyse();
    const pause = async () => {
      pauses++;
      assert.deepEqual(codesOf(analysis), []);
    };
    assert.equal(await analysis.checkGradually(pause), true);
    assert.equal(pauses, textRules.length);
    const atOnce = analyse();
    atOnce.checkText();
    assert.deepEqual(analysis.findings(), atOnce.findings());
    assert.deepEqual(codesOf(analysis), ['entity/spelling-variant']);
  });

  it('give up where the text changes meanwhile, be it only by a word that no rule minds', async () => {
    const analysis = analyse();
    const typing = pausing(3, () => type(analysis, 0, 'so '));
    assert.equal(await analysis.checkGradually(typing), false);
    assert.deepEqual(codesOf(analysis), []);
    assert.ok(analysis.stale);
    analysis.checkText();
    const [{ start, end }] = analysis.findings();
    assert.equal(analysis.slice(start, end), 'Bagdad');
  });

  it('give up where tags change meanwhile, or somebody else has checked', async () => {
    const analysis = analyse();
    const tagging = pausing(textRules.length, () => analysis.tagsChanged());
    assert.equal(await analysis.checkGradually(tagging), false);
    const checking = pausing(2, () => {
      analysis.tagsChanged();
      analysis.checkText();
    });
    assert.equal(await analysis.checkGradually(checking), false);
    assert.deepEqual(codesOf(analysis), ['entity/spelling-variant']);
    assert.ok(!analysis.stale);
  });

  it('have nothing to do twice', async () => {
    const analysis = analyse();
    analysis.checkText();
    const never = () => assert.fail('There is nothing to pause behind.');
    assert.equal(await analysis.checkGradually(never), true);
  });
});
