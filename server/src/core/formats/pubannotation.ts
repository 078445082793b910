import type { Format } from './format.ts';
import { allBut } from './losses.ts';
import { readPubAnnotation } from './pubannotation/read.ts';
import { writePubAnnotation } from './pubannotation/write.ts';

/** JSON as PubAnnotation exchanges it and TextAE shows it: a document a file. */
export const pubannotation: Format = {
  id: 'pubannotation',
  title: 'PubAnnotation',
  extensions: ['.json'],
  holds: allBut('empty'),
  read: readPubAnnotation,
  write: writePubAnnotation,
};
