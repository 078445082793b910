import { isRecord } from '../../tags/read.ts';
import { spacesBefore } from '../columns/detokenise.ts';
import { decodeIob, schemeOf } from '../columns/iob.ts';
import type { Labels } from '../columns/labels.ts';
import type { ReadTag } from '../format.ts';
import type { RecordText } from '../recordTexts.ts';
import { idOf, listOf, type Raw } from '../recordValues.ts';

/** A token of spaCy's training data, by its place in the text; null where it does not stand there. */
interface Word {
  readonly place: readonly [start: number, end: number] | null;
  readonly ner: string;
}

/** Whether this is a document of the JSON that spaCy 2 was trained with. */
export function isTrainingDocument(value: unknown): value is Raw {
  return isRecord(value) && Array.isArray(value.paragraphs) && value.text === undefined;
}

/**
 * The paragraphs of such a document, a text each. A paragraph without `raw`,
 * its text, is put together from its tokens. Parts of speech and syntax have
 * no place in a sidecar.
 */
export function trainingTexts(path: string, document: Raw, labels: Labels): RecordText[] {
  return listOf(document.paragraphs)
    .filter(isRecord)
    .map((paragraph) => {
      const sentences = listOf(paragraph.sentences)
        .filter(isRecord)
        .map(({ tokens }) => listOf(tokens).filter(isRecord));
      const { raw } = paragraph;
      const { text, words } =
        typeof raw === 'string' ? { text: raw, words: placed(raw, sentences) } : joined(sentences);
      const found = words.map((sentence) => tagsOf(sentence, labels));
      const isSaid = ({ tag, dep, pos }: Raw) =>
        [tag, dep, pos].some((value) => value !== undefined);
      return {
        path,
        text,
        name: null,
        id: idOf(document.id),
        key: null,
        annotator: '',
        tags: found.flatMap(({ tags }) => tags).map(numbered),
        relations: [],
        document: { labels: catsOf(paragraph), attributes: {} },
        losses: [
          ['other', sentences.flat().filter(isSaid).length],
          ['lost', found.reduce((sum, { lost }) => sum + lost, 0)],
        ],
      };
    });
}

function numbered(tag: ReadTag, at: number): ReadTag {
  return { ...tag, ref: `#${at + 1}` };
}

function formOf({ orth }: Raw): string {
  return typeof orth === 'string' ? orth : '';
}

/** A dash says that nobody has looked. */
function nerOf({ ner }: Raw): string {
  return typeof ner === 'string' && ner !== '-' ? ner : 'O';
}

/** A text made of the tokens of sentences, with spaces where people write them. */
function joined(sentences: readonly (readonly Raw[])[]): { text: string; words: Word[][] } {
  let text = '';
  const words = sentences.map((tokens) => {
    const forms = tokens.map(formOf);
    const spaced = spacesBefore(forms);
    return tokens.map((token, i): Word => {
      if (spaced[i] || (i === 0 && text !== '')) text += ' ';
      const start = text.length;
      text += forms[i];
      return { place: [start, text.length], ner: nerOf(token) };
    });
  });
  return { text, words };
}

/** The tokens of sentences in their text. */
function placed(text: string, sentences: readonly (readonly Raw[])[]): Word[][] {
  let at = 0;
  let missed = false;
  return sentences.map((tokens) =>
    tokens.map((token): Word => {
      const place = placeIn(text, formOf(token), at, missed);
      missed = place === null;
      at = place?.[1] ?? at;
      return { place, ner: nerOf(token) };
    }),
  );
}

/**
 * Where a token stands next, or null: as it is, or a quotation mark that a
 * tokeniser wrote otherwise, with nothing but marks and white space before it.
 * @param missed whether the token before it was not there, so that words are passed over
 */
function placeIn(
  text: string,
  form: string,
  from: number,
  missed: boolean,
): [start: number, end: number] | null {
  if (form === '') return null;
  const quotes = /^(?:``|''|")$/.test(form) ? ['"', '“', '”', '„'] : [];
  for (const written of [form, ...quotes]) {
    const start = text.indexOf(written, from);
    if (start >= 0 && (missed || !/[\p{L}\p{N}]/u.test(text.slice(from, start)))) {
      return [start, start + written.length];
    }
  }
  return null;
}

/** The tags of a sentence, and how many have no place in the text. */
function tagsOf(words: readonly Word[], labels: Labels): { tags: ReadTag[]; lost: number } {
  const values = words.map(({ ner }) => ner);
  const { chunks } = decodeIob(values, schemeOf([values]));
  const tags = chunks.flatMap(({ first, last, label }): ReadTag[] => {
    const [start, end] = [words[first].place?.[0], words[last].place?.[1]];
    if (start === undefined || end === undefined) return [];
    return [{ ref: '', label: labels.named(label.trim()), start, end }];
  });
  return { tags, lost: chunks.length - tags.length };
}

function catsOf({ cats }: Raw): string[] {
  const list = listOf(cats).filter(isRecord);
  return list.flatMap(({ label, value }) =>
    typeof label === 'string' && value === 1 ? [label] : [],
  );
}
