import type { Format } from './format.ts';
import { readWebannoTsv } from './webannoTsv/read.ts';
import { writeWebannoTsv } from './webannoTsv/write.ts';

/**
 * WebAnno TSV 3, as WebAnno and INCEpTION read and write it: a token a line,
 * the features of each layer in columns. Offsets are UTF-16 code units.
 */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  title: 'WebAnno TSV 3 (INCEpTION)',
  extensions: ['.tsv'],
  holds: new Set(['overlap', 'empty', 'entity', 'attributes', 'note', 'relations'] as const),
  read: readWebannoTsv,
  write: writeWebannoTsv,
};
