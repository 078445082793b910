import type { Language } from '../languages/language.ts';
import { firstIndex } from '../search.ts';
import { closesBlock } from './chunks.ts';
import { lexiconOf } from './lexicon.ts';
import { endsLine, type Stretch, stretchFrom } from './lines.ts';
import { behindSentence } from './sentences.ts';
import { type Layout, TokenFlag, type TokenTable } from './table.ts';

/** At any other token nothing starts or ends. */
const decisive = TokenFlag.lineStart | TokenFlag.final;

/**
 * Sentences and blocks of a text. A block is a run of lines without a blank
 * one. A sentence ends where its block ends; behind sentence-final punctuation
 * with the quotes and brackets that close behind it, unless an abbreviation, an
 * initial, an ordinal or what follows speaks against it; and at a line end that
 * is none of a hard-wrapped paragraph.
 */
export function layOut(text: string, tokens: TokenTable, language: Language): Layout {
  const lexicon = lexiconOf(language);
  const { end, flags, length } = tokens;
  const sentences: number[] = [];
  const blocks: number[] = [];
  let stretch: Stretch | undefined;
  const place = { text, tokens, lexicon, sentence: -1, first: 0 };
  const startSentence = (index: number): void => {
    if (index <= place.sentence) return;
    sentences.push(index);
    place.sentence = index;
  };
  for (let index = 0; index < length; index++) {
    const flag = flags[index];
    if ((flag & decisive) === 0) continue;
    if (flag & TokenFlag.lineStart) {
      if (flag & TokenFlag.blockStart) blocks.push(index);
      if (flag & TokenFlag.blockStart || closesBlock(text, end[index - 1])) {
        startSentence(index);
        place.first = index;
        stretch = undefined;
      } else {
        stretch ??= stretchFrom(text, tokens, place.first);
        if (endsLine(text, tokens, index, stretch)) startSentence(index);
      }
    }
    if (flag & TokenFlag.final) {
      const next = behindSentence(place, index);
      if (next > 0) startSentence(next);
    }
  }
  return { sentences, blocks };
}

/** Whether a sentence begins at the token. */
export function opensSentence({ sentences }: Layout, token: number): boolean {
  return sentences[firstIndex(sentences.length, (i) => sentences[i] >= token)] === token;
}
