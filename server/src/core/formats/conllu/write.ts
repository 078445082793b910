import { sentencesAround, type Words, wordsOf } from '../columns/words.ts';
import type { TaggedText, Written, WrittenFile } from '../format.ts';
import { Losses } from '../losses.ts';
import { pathStem } from '../paths.ts';
import { escapeField, escapeSpaces } from './escapes.ts';
import { FIELDS, type Mentions, mentionsOf } from './mentions.ts';

/**
 * Writes each text into a file of its own. Words have their form and what MISC
 * says of them: tags, and the white space that makes the text come back as it
 * was. Sentences that a tag reaches into are written as one.
 */
export function writeConllu(texts: readonly TaggedText[]): Written {
  const losses = new Losses();
  const files = texts.map((text): WrittenFile => {
    const stem = pathStem(text.file);
    return { path: `${stem}.conllu`, content: document(text, stem, losses) };
  });
  return { files, losses: losses.list() };
}

function document(text: TaggedText, stem: string, losses: Losses): string {
  const words = wordsOf(text);
  const { tags } = text.sidecar;
  const head = [`# newdoc id = ${stem}`];
  if (words.spans.length === 0) {
    losses.add(text.file, 'empty', tags.length);
    if (text.text !== '') head.push(`# spaces = ${escapeSpaces(text.text)}`);
    return `${head.join('\n')}\n\n`;
  }
  if (tags.length > 0) head.push(`# global.Entity = ${FIELDS}`);
  const mentions = mentionsOf(text, words);
  const id = stem.replace(/[\s/]+/gu, '_');
  const sentences = sentencesAround(words, mentions.ranges).map(({ first, last }, i) => {
    const rows = words.spans.slice(first, last + 1).map((_, n) => {
      const form = formOf(text.text, words, first + n);
      return [
        n + 1,
        form,
        '_',
        '_',
        '_',
        '_',
        '_',
        '_',
        '_',
        misc(text.text, words, mentions, first + n),
      ].join('\t');
    });
    const paragraph = i === 0 || /\n\s*\n/.test(gapBehind(text.text, words, first - 1));
    return [
      ...(paragraph ? ['# newpar'] : []),
      `# sent_id = ${id}-${i + 1}`,
      `# text = ${shown(text.text, words, first, last)}`,
      ...rows,
      '\n',
    ].join('\n');
  });
  return `${head.join('\n')}\n${sentences.join('')}`;
}

function formOf(text: string, { spans }: Words, word: number): string {
  return text.slice(spans[word].start, spans[word].end);
}

/** The white space between a word and the next one or the end of the text. */
function gapBehind(text: string, { spans }: Words, word: number): string {
  return text.slice(spans[word].end, spans[word + 1]?.start ?? text.length);
}

/** A sentence in one line, every gap one space. */
function shown(text: string, words: Words, first: number, last: number): string {
  let line = '';
  for (let word = first; word <= last; word++) {
    line += formOf(text, words, word);
    if (word < last && gapBehind(text, words, word) !== '') line += ' ';
  }
  return line;
}

function misc(text: string, words: Words, { entity, ner }: Mentions, word: number): string {
  const gap = gapBehind(text, words, word);
  const last = word === words.spans.length - 1;
  const before = word === 0 ? text.slice(0, words.spans[0].start) : '';
  const values = [
    ...(entity[word] === '' ? [] : [`Entity=${entity[word]}`]),
    ...(ner[word] === 'O' ? [] : [`NER=${ner[word].replace(/[%|]/g, escapeField)}`]),
    ...(gap === '' ? ['SpaceAfter=No'] : []),
    ...(gap === '' || (gap === ' ' && !last) ? [] : [`SpacesAfter=${escapeSpaces(gap)}`]),
    ...(before === '' ? [] : [`SpacesBefore=${escapeSpaces(before)}`]),
  ];
  return values.length === 0 ? '_' : values.join('|');
}
