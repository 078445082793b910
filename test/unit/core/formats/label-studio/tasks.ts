/** A text with two tags, and tasks of Label Studio about it. */
import { labelStudio } from '../../../../../server/src/core/formats/labelStudio.ts';
import { readWith } from '../jsonFormats.ts';

export const text = '😀 Ann Lee met Bob.';
export const ann = { id: 'tagAnnLee', label: 'PER', start: 3, end: 10 };
export const bob = { id: 'tagBob001', label: 'PER', start: 15, end: 18 };

export const read = (...tasks: unknown[]) =>
  readWith(labelStudio, [{ path: 'export.json', content: JSON.stringify(tasks) }]);
export const region = (
  id: string,
  start: number,
  end: number,
  quote: string | undefined,
  ...labels: string[]
) => ({
  id,
  from_name: 'ner',
  to_name: 'text',
  type: 'labels',
  value: { start, end, ...(quote !== undefined && { text: quote }), labels },
});
export const task = (result: unknown[], more = {}) => ({
  data: { text },
  annotations: [{ result, ...more }],
});
