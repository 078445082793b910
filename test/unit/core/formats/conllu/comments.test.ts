/** Comments above sentences, however long. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConllu } from '../../../../../server/src/core/formats/conllu/read.ts';

const row = (number: number, form: string) =>
  `${[number, form, ...Array(8).fill('_')].join('\t')}\n`;
const textOf = (content: string) => readConllu([{ path: 'a.conllu', content }]).texts[0].text;

test('a sentence may have millions of characters', () => {
  const form = 'x'.repeat(8_000_000);
  const text = textOf(`# text = ${form} =  y\n${row(1, form)}${row(2, '=')}${row(3, 'y')}\n`);
  assert.equal(text, `${form} =  y\n`);
});

test('blanks around key and value do not count, and the first = parts them', () => {
  const words = row(1, 'a') + row(2, '=') + row(3, 'b');
  assert.equal(textOf(`#  text\t=\ta  =  b \t\n${words}\n`), 'a  =  b\n');
  assert.equal(textOf(`#text=a =b\n${words}\n`), 'a =b\n');
});
