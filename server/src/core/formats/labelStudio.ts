import type { Format } from './format.ts';
import { readLabelStudio } from './labelStudio/read.ts';
import { writeLabelStudio } from './labelStudio/write.ts';
import { allBut } from './losses.ts';

/** Tasks of Label Studio with the labelling configuration that they want. */
export const labelStudio: Format = {
  id: 'label-studio',
  title: 'Label Studio',
  extensions: ['.json', '.xml'],
  holds: allBut('fragments', 'empty'),
  read: readLabelStudio,
  write: writeLabelStudio,
};
