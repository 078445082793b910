/** Writing tasks of Label Studio. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelStudio } from '../../../../../server/src/core/formats/labelStudio.ts';
import { writtenIn } from '../jsonFormats.ts';
import { ann, bob, text } from './tasks.ts';

test('a text is a task: an annotation, predictions for suggestions, and what is rejected out of sight', () => {
  const { files, lost } = writtenIn(labelStudio, [
    {
      file: 'b/a.txt',
      text,
      tags: [
        { ...ann, note: 'who?', entity: 'ann-lee', by: 'ann', at: '2026-11-25T12:00:00Z' },
        { id: 'tagSurely', label: 'LOC', start: 15, end: 18, status: 'suggested', by: 'model x' },
        { ...bob, status: 'rejected' },
      ],
      relations: [{ id: 'relation1', label: 'met', from: 'tagAnnLee', to: 'tagBob001' }],
      document: { labels: ['news'], attributes: { year: 1999, file: 'x' } },
    },
    { file: 'empty.txt', text: '' },
  ]);
  assert.deepEqual([...files.keys()], ['label-studio.json', 'label-studio.xml']);
  // Label Studio counts code points.
  assert.deepEqual(JSON.parse(files.get('label-studio.json') ?? ''), [
    {
      data: { text, file: 'b/a.txt', year: 1999 },
      annotations: [
        {
          result: [
            {
              id: 'tagAnnLee',
              from_name: 'label',
              to_name: 'text',
              type: 'labels',
              value: { start: 2, end: 9, text: 'Ann Lee', labels: ['PER'] },
              meta: { text: ['who?'], entity: 'ann-lee', by: 'ann', at: '2026-11-25T12:00:00Z' },
            },
            {
              id: 'document',
              from_name: 'document',
              to_name: 'text',
              type: 'choices',
              value: { choices: ['news'] },
            },
          ],
        },
      ],
      predictions: [
        {
          model_version: 'model x',
          result: [
            {
              id: 'tagSurely',
              from_name: 'label',
              to_name: 'text',
              type: 'labels',
              value: { start: 14, end: 17, text: 'Bob', labels: ['LOC'] },
            },
          ],
        },
      ],
      meta: {
        glossator: {
          result: [
            {
              id: 'tagBob001',
              from_name: 'label',
              to_name: 'text',
              type: 'labels',
              value: { start: 14, end: 17, text: 'Bob', labels: ['PER'] },
            },
            {
              type: 'relation',
              from_id: 'tagAnnLee',
              to_id: 'tagBob001',
              direction: 'right',
              labels: ['met'],
            },
          ],
        },
      },
    },
    { data: { text: '', file: 'empty.txt' }, annotations: [], predictions: [] },
  ]);
  assert.equal(lost, '1 label or attribute of the text');
});
