import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name in a gold text; offsets in UTF-16 code units. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly type: 'PER' | 'ORG' | 'LOC';
}

/** A text with its gold mentions. */
export interface GoldText {
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

const re3dTypes: Readonly<Record<string, GoldMention['type']>> = {
  Person: 'PER',
  Organisation: 'ORG',
  Location: 'LOC',
};

/**
 * The re3d folders. `all`: every mention of a person, organisation or
 * location that the annotators confirmed (confidence of a half or more),
 * pronouns and common nouns too. `names`: those of them, whatever their
 * confidence, that are names: articles off, every word but small ones
 * capitalised; of mentions with one span the most confident one, and no
 * mention that crosses a surer one.
 */
export function readRe3d(folder: string, which: 'all' | 'names'): GoldText[] {
  return readdirSync(folder).flatMap((name) => {
    const documents = join(folder, name, 'documents.json');
    if (!existsSync(documents)) return [];
    const entities = jsonLines<Re3dEntity>(join(folder, name, 'entities.json'));
    return jsonLines<{ _id: string; text: string }>(documents).map(({ _id, text }) => {
      const own = entities.filter(({ documentId }) => documentId === _id);
      return { text, mentions: which === 'all' ? confirmed(own) : names(text, own) };
    });
  });
}

interface Re3dEntity {
  readonly documentId: string;
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly confidence: number;
}

function jsonLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): T => JSON.parse(line));
}

function confirmed(entities: readonly Re3dEntity[]): GoldMention[] {
  return entities
    .filter(({ type, confidence }) => type in re3dTypes && confidence >= 0.5)
    .map(({ begin, end, type }) => ({ start: begin, end, type: re3dTypes[type] }));
}

function names(text: string, entities: readonly Re3dEntity[]): GoldMention[] {
  const kept: GoldMention[] = [];
  for (const { begin, end, type } of entities.toSorted((a, b) => b.confidence - a.confidence)) {
    if (!(type in re3dTypes)) continue;
    const value = text.slice(begin, end);
    const start = begin + (/^(?:the|a|an)\s+/i.exec(value)?.[0].length ?? 0);
    const name = text.slice(start, end).replace(/['’]s$/, '');
    const mention = { start, end: start + name.length, type: re3dTypes[type] };
    if (
      !isName(name) ||
      kept.some((other) => mention.start < other.end && other.start < mention.end)
    )
      continue;
    kept.push(mention);
  }
  return kept;
}

/** Whether all words of the mention but the small ones are capitalised, and it is no pronoun. */
function isName(value: string): boolean {
  if (/^(?:I|We|They|It|He|She|You|This|These|All)\b/.test(value)) return false;
  return value
    .split(/\s+/)
    .every((word) => /^(?:of|for|and|on|the|al|in)$|^[“"(]?(?:al-)?\p{Lu}/u.test(word));
}

/** The first layer of an EstNER file: GPE counts as LOC. */
export function readEstNer(path: string): GoldText[] {
  const { documents }: { documents: EstNerDocument[] } = JSON.parse(readFileSync(path, 'utf8'));
  return documents.map(({ sentences }) =>
    joinRows(sentences.map(({ words }) => words.map(({ word, ner_1 }) => [word, ner_1]))),
  );
}

interface EstNerDocument {
  readonly sentences: readonly { readonly words: readonly { word: string; ner_1: string }[] }[];
}

/** An IOB2 file with `# newdoc` and `# text` comments. */
export function readUner(path: string): GoldText[] {
  return readFileSync(path, 'utf8')
    .split(/^# newdoc.*\n/m)
    .filter((part) => part.trim() !== '')
    .map((part) =>
      joinRows(
        part
          .trim()
          .split(/\n\s*\n/)
          .map((sentence) =>
            sentence
              .split('\n')
              .filter((line) => !line.startsWith('#'))
              .map((line) => line.split('\t'))
              .map(([, word, tag]): [string, string] => [word, tag]),
          ),
      ),
    );
}

const tagTypes: Readonly<Record<string, GoldMention['type']>> = {
  PER: 'PER',
  ORG: 'ORG',
  LOC: 'LOC',
  GPE: 'LOC',
};

/** A text of one line a sentence from words with BIO tags: no blank before closing marks and behind opening ones. */
function joinRows(
  sentences: readonly (readonly (readonly [word: string, tag: string])[])[],
): GoldText {
  let text = '';
  const mentions: { start: number; end: number; type: GoldMention['type'] }[] = [];
  for (const sentence of sentences) {
    let inside = false;
    let glue = true;
    for (const [word, tag] of sentence) {
      if (!glue && !/^(?:[.,;:!?)\]%]|'s|’s|n't)/.test(word)) text += ' ';
      glue = /^[([]$/.test(word);
      const type = tagTypes[tag.slice(2)];
      const last = mentions.at(-1);
      if (tag.startsWith('B-') && type)
        mentions.push({ start: text.length, end: text.length + word.length, type });
      else if (tag.startsWith('I-') && inside && last) last.end = text.length + word.length;
      inside = tag !== 'O' && (tag.startsWith('I-') ? inside : type !== undefined);
      text += word;
    }
    text += '\n';
  }
  return { text, mentions };
}
