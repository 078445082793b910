import { readDoccano } from './doccano/read.ts';
import { writeDoccano } from './doccano/write.ts';
import type { Format } from './format.ts';

/** JSON lines as doccano imports and exports them, a text a line. */
export const doccanoJsonl: Format = {
  id: 'doccano-jsonl',
  title: 'doccano JSONL',
  extensions: ['.jsonl'],
  holds: new Set(['overlap', 'relations', 'document']),
  read: readDoccano,
  write: writeDoccano,
};
