import assert from 'node:assert/strict';
import { NameIndex } from '../../../../../server/src/core/corpus/names.ts';
import { en } from '../../../../../server/src/core/languages/en.ts';
import type { Language } from '../../../../../server/src/core/languages/language.ts';
import { recogniseEntities } from '../../../../../server/src/core/recognise/entities/index.ts';
import { recogniseNumbers } from '../../../../../server/src/core/recognise/numbers/index.ts';
import { layOut } from '../../../../../server/src/core/text/layout.ts';
import { tokenise } from '../../../../../server/src/core/text/tokens.ts';

const marks = /\[([^\]]*)\]\((?:PER|ORG|LOC|MISC)\)/g;

/** What is recognised in the text, without a registry: each mention in square brackets, its type in round ones. */
export function marked(text: string, language: Language = en): string {
  const tokens = tokenise(text, language);
  const passage = { text, tokens, layout: layOut(text, tokens, language), language };
  const { candidates, abbreviations } = recogniseEntities(passage, recogniseNumbers(passage));
  const names = new NameIndex();
  const part = { start: 0 };
  names.add(part, candidates, abbreviations);
  let result = '';
  let at = 0;
  for (const candidate of candidates) {
    const mention = names.resolve(candidate, part);
    if (mention === null) continue;
    const { start, end, type } = mention;
    result += `${text.slice(at, start)}[${text.slice(start, end)}](${type})`;
    at = end;
  }
  return result + text.slice(at);
}

/** Asserts that exactly the marked stretches are recognised: `[Oleg Syromolotov](PER) spoke`. */
export function check(text: string, language: Language = en): void {
  assert.equal(marked(text.replace(marks, '$1'), language), text);
}
