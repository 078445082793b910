import { activeRules } from '../server/src/core/analysis/diagnose.ts';
import { TextAnalysis } from '../server/src/core/analysis/text.ts';
import { defaultConfiguration } from '../server/src/core/corpus/configuration.ts';
import { emptyRegistry } from '../server/src/core/corpus/registry.ts';
import { en } from '../server/src/core/languages/en.ts';
import { chunkEnd } from '../server/src/core/text/chunks.ts';
import { ChunkedText } from '../server/src/core/text/document.ts';
import { layOut } from '../server/src/core/text/layout.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';

/** Tokens, sentences and blocks of a whole text. */
export function tokensAndSentences(text: string): void {
  layOut(text, tokenise(text, en), en);
}

/** The same chunk by chunk, as the server does it. */
export function chunkwise(text: string): void {
  for (let from = 0; from < text.length; ) {
    const end = chunkEnd(text, from);
    const chunk = text.slice(from, end);
    layOut(chunk, tokenise(chunk, en), en);
    from = end;
  }
}

const rules = activeRules(defaultConfiguration);

/** Everything that the server knows of a text: tokens, sentences, numbers, entities, and the findings of every rule. */
export function analyse(text: string): TextAnalysis {
  const analysis = new TextAnalysis(new ChunkedText(text), {
    language: en,
    rules: rules.passage,
    textRules: rules.text,
    configuration: defaultConfiguration,
    registry: emptyRegistry,
  });
  analysis.checkText();
  analysis.findings();
  return analysis;
}
