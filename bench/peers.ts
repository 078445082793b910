/**
 * The programs that Glossator is measured beside, each as a task over a text:
 * installed by `npm ci --prefix bench`, loaded into this very process.
 */
import type { Root } from 'nlcst';
import { type Plugin, unified } from 'unified';
import { howToInstall, peer } from '../eval/peers.ts';

/** A peer, or the end of the program with a word on how to install it. */
function needed<T>(name: string): T {
  const found = peer<T>(name);
  if (found === undefined) {
    console.error(`bench: ${name} is not installed: ${howToInstall}`);
    process.exit(2);
  }
  return found;
}

const { default: retextEnglish } = needed<{ default: Plugin<[], string, Root> }>('retext-english');
const english = unified().use(retextEnglish);

/** unified + retext-english over the whole text. */
export function unifiedWhole(text: string): Root {
  return english.parse(text);
}

/** The same, block by block: it is quadratic over whole texts. */
export function unifiedByBlocks(text: string): void {
  for (const block of text.split(/\n\n+/)) english.parse(block);
}

const winkNLP =
  needed<(model: unknown, pipe: readonly string[]) => { readDoc(text: string): unknown }>(
    'wink-nlp',
  );
const wink = winkNLP(needed('wink-eng-lite-web-model'), ['sbd', 'ner']);

/** wink-nlp's tokens, sentences and named entities, which it has of dates, numbers, money and the like only. */
export function winkTokensSentencesEntities(text: string): void {
  wink.readDoc(text);
}
