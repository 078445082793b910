import type { Format } from './format.ts';
import { readSpacy } from './spacy/read.ts';
import { writeSpacy } from './spacy/write.ts';

/** JSON lines as Prodigy exchanges them and spaCy is trained with, a text a line; offsets are code points. */
export const spacyJsonl: Format = {
  id: 'spacy-jsonl',
  title: 'spaCy and Prodigy JSONL',
  extensions: ['.jsonl'],
  holds: new Set([
    'entity',
    'attributes',
    'note',
    'by',
    'at',
    'status',
    'overlap',
    'relations',
    'document',
  ]),
  read: readSpacy,
  write: writeSpacy,
};
