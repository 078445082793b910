import type { Format } from './format.ts';
import { readLabelStudio } from './labelStudio/read.ts';
import { writeLabelStudio } from './labelStudio/write.ts';

/** Tasks of Label Studio with the labelling configuration that they want. */
export const labelStudio: Format = {
  id: 'label-studio',
  title: 'Label Studio',
  extensions: ['.json', '.xml'],
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
  read: readLabelStudio,
  write: writeLabelStudio,
};
