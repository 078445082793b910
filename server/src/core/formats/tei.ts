import type { Format } from './format.ts';
import { allBut } from './losses.ts';
import { readTei } from './tei/read.ts';
import { writeTei } from './tei/write.ts';

/** XML by the guidelines of the Text Encoding Initiative: a document a file. */
export const tei: Format = {
  id: 'tei',
  title: 'TEI P5',
  extensions: ['.xml', '.tei'],
  holds: allBut(),
  read: readTei,
  write: writeTei,
};
