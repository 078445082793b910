import { functionWords, type LanguageCode, languageCodes } from '../languages/functionWords.ts';
import { hashWord, tokenise } from './tokens.ts';

/** How much of a text is looked at, in UTF-16 units. */
const sample = 0x10000;

/**
 * The code of the language whose function words occur most among the first
 * 65,536 units; the first of those allowed where none occurs or two tie.
 * `allowed` holds codes; absent or without a known one it means every language.
 */
export function detectLanguage(text: string, allowed?: readonly string[]): LanguageCode {
  const candidates = languageCodes.filter((code) => allowed?.includes(code) ?? true);
  const choices = candidates.length > 0 ? candidates : languageCodes;
  if (choices.length === 1) return choices[0];
  const { hash } = tokenise(text.slice(0, sample));
  let best = choices[0];
  let most = 0;
  for (const code of choices) {
    const words = new Set(functionWords[code].map(hashWord));
    let hits = 0;
    for (const word of hash) if (words.has(word)) hits++;
    if (hits > most) {
      most = hits;
      best = code;
    }
  }
  return best;
}
