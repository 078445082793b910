/**
 * The programs that Glossator is measured beside, each as a task over a text:
 * installed by `npm ci --prefix bench`, loaded into this very process.
 */
import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const english = unified().use(retextEnglish);

/** unified + retext-english over the whole text. */
export function unifiedWhole(text: string): Root {
  return english.parse(text);
}

/** The same, block by block: it is quadratic over whole texts. */
export function unifiedByBlocks(text: string): void {
  for (const block of text.split(/\n\n+/)) english.parse(block);
}

const wink = winkNLP(model, ['sbd', 'ner']);

/** wink-nlp's tokens, sentences and named entities, which it has of dates, numbers, money and the like only. */
export function winkTokensSentencesEntities(text: string): void {
  wink.readDoc(text);
}
