import { readConll } from './conll/read.ts';
import { writeConll } from './conll/write.ts';
import type { Format } from './format.ts';

/**
 * The columns of CoNLL-2002 and CoNLL-2003: a word a line, its tag in IOB
 * behind it. They hold words and labels, neither white space nor overlaps.
 */
export const conll: Format = {
  id: 'conll',
  title: 'CoNLL-2002 and CoNLL-2003 (IOB)',
  extensions: [
    '.conll',
    '.iob',
    '.iob2',
    '.bio',
    '.conll02',
    '.conll03',
    '.conll2002',
    '.conll2003',
  ],
  holds: new Set(),
  read: readConll,
  write: writeConll,
};
