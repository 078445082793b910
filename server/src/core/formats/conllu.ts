import { readConllu } from './conllu/read.ts';
import { writeConllu } from './conllu/write.ts';
import type { Format } from './format.ts';

/**
 * CoNLL-U with tags in the column MISC: `NER=B-PER` for programs that know
 * names only, and `Entity=(e1-PER…` as in CorefUD, which holds what overlaps.
 */
export const conllu: Format = {
  id: 'conllu',
  title: 'CoNLL-U (NER= and Entity= in MISC)',
  extensions: ['.conllu', '.conllup', '.iob2'],
  holds: new Set(['overlap', 'fragments', 'empty', 'entity', 'attributes']),
  read: readConllu,
  write: writeConllu,
};
