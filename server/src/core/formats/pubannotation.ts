import type { Format } from './format.ts';
import { readPubAnnotation } from './pubannotation/read.ts';
import { writePubAnnotation } from './pubannotation/write.ts';

/** JSON as PubAnnotation exchanges it and TextAE shows it: a document a file. */
export const pubannotation: Format = {
  id: 'pubannotation',
  title: 'PubAnnotation',
  extensions: ['.json'],
  holds: new Set([
    'entity',
    'attributes',
    'note',
    'by',
    'at',
    'status',
    'fragments',
    'overlap',
    'relations',
    'document',
  ]),
  read: readPubAnnotation,
  write: writePubAnnotation,
};
