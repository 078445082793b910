import type { Format } from './format.ts';
import { allBut } from './losses.ts';
import { readUimaJson } from './uima/read.ts';
import { writeUimaJson } from './uima/write.ts';

/** The JSON serialisation 0.4 of a UIMA CAS, as INCEpTION and dkpro-cassis read and write it: a document a file. */
export const uimaJson: Format = {
  id: 'uima-json',
  title: 'UIMA CAS JSON',
  extensions: ['.json'],
  holds: allBut(),
  read: readUimaJson,
  write: writeUimaJson,
};
