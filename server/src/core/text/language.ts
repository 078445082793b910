import { languages } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';
import { lexiconOf } from './lexicon.ts';
import { tokenise } from './tokens.ts';

/** How much of a text is looked at, in UTF-16 units. */
const sample = 0x10000;

/**
 * The language whose function words occur most among the first 65,536 units;
 * the first of those allowed where none occurs or two tie. `allowed` holds
 * BCP 47 codes; absent or without a known code it means every language.
 */
export function detectLanguage(text: string, allowed?: readonly string[]): Language {
  const candidates = languages.filter(({ code }) => allowed?.includes(code) ?? true);
  const choices = candidates.length > 0 ? candidates : languages;
  if (choices.length === 1) return choices[0];
  const tokens = tokenise(text.slice(0, sample));
  let best = choices[0];
  let most = 0;
  for (const language of choices) {
    const { functionWords } = lexiconOf(language);
    let hits = 0;
    for (const hash of tokens.hash) if (functionWords.has(hash)) hits++;
    if (hits > most) {
      most = hits;
      best = language;
    }
  }
  return best;
}
