import type { Format } from './format.ts';
import { allBut } from './losses.ts';
import { readW3c } from './w3c/read.ts';
import { writeW3c } from './w3c/write.ts';

/** Web Annotations (JSON-LD) beside the text that they are about. */
export const w3c: Format = {
  id: 'w3c',
  title: 'Web Annotation',
  extensions: ['.jsonld', '.json', '.txt'],
  holds: allBut(),
  read: readW3c,
  write: writeW3c,
};
