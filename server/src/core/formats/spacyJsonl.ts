import type { Format } from './format.ts';
import { allBut } from './losses.ts';
import { readSpacy } from './spacy/read.ts';
import { writeSpacy } from './spacy/write.ts';

/** JSON lines as Prodigy exchanges them and spaCy is trained with, a text a line; offsets are code points. */
export const spacyJsonl: Format = {
  id: 'spacy-jsonl',
  title: 'spaCy and Prodigy JSONL',
  extensions: ['.jsonl'],
  holds: allBut('fragments', 'empty'),
  read: readSpacy,
  write: writeSpacy,
};
