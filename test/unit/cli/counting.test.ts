import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expressionOf, hitsIn, SlowExpression } from '../../../server/src/cli/concordance.ts';
import { en } from '../../../server/src/core/languages/en.ts';
import { ChunkedText } from '../../../server/src/core/text/document.ts';
import { Desk } from './harness.ts';
import { sidecarOf, type TagGiven } from './sidecarOf.ts';

const desk = new Desk();
const text = 'Ann met Ben.\nBen left Ann in New\nYork.\n';

/** Writes the sidecar of a text with these tags. */
function tagged(name: string, content: string, ...tags: TagGiven[]): void {
  desk.write(name, sidecarOf(content, tags));
}

describe('glossator stats', () => {
  it('counts texts and tags, in a table and as JSON', async () => {
    desk.write('a.txt', `\ufeff${text.replaceAll('\n', '\r\n')}`);
    tagged('a.txt.tags.json', text, { label: 'PER', quote: 'Ann', by: 'ann', entity: 'ann' });
    tagged('a.txt.eve.tags.json', text, { label: 'LOC', quote: 'New\nYork', status: 'suggested' });
    desk.write('b.txt', '');
    const { code, out, err } = await desk.glossator('stats', '.');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^texts +2\ntexts without tags +1\ncharacters +39\n/);
    assert.match(out, /\nPER +1 +1 +1 +1\.00 +0 +1 +0\n/);
    assert.match(out, /\nby +ann +eve\n/);
    const counted = JSON.parse((await desk.glossator('stats', '--json', '.')).out);
    assert.deepEqual(
      [counted.texts, counted.words, counted.types, counted.sentences, counted.tags],
      [2, 9, 7, 3, 2],
    );
    assert.deepEqual(
      counted.labels.map(({ label, meanTokens }: Record<string, unknown>) => [label, meanTokens]),
      [
        ['LOC', 2],
        ['PER', 1],
      ],
    );
  });

  it('counts a layer alone, and a text that is named twice once', async () => {
    desk.write('a.txt', text);
    tagged('a.txt.tags.json', text, { label: 'PER', quote: 'Ann' });
    tagged('a.txt.eve.tags.json', text, { label: 'LOC', quote: 'New\nYork' });
    const labels = async (layer: string) => {
      const { out } = await desk.glossator('stats', '--json', '--layer', layer, '.', 'a.txt');
      const { texts, labels } = JSON.parse(out);
      return [texts, labels.map(({ label }: { label: string }) => label)];
    };
    assert.deepEqual(await labels('eve'), [1, ['LOC']]);
    assert.deepEqual(await labels('-'), [1, ['PER']]);
    const { code, out, err } = await desk.glossator('stats', '--layer', 'eva', '.');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^glossator: [^\n]*“eva”[^\n]*“eve”[^\n]*\n$/);
  });

  it('counts tags that changed and that are lost', async () => {
    desk.write('a.txt', 'Nothing of it is left here.\n');
    tagged('a.txt.tags.json', text, { label: 'PER', quote: 'Ann' });
    const { lost, labels } = JSON.parse((await desk.glossator('stats', '--json', '.')).out);
    assert.deepEqual([lost, labels[0].meanTokens], [1, null]);
    assert.match((await desk.glossator('stats', '.')).out, /\nPER +1 +1 +1 +– /);
  });

  it('reports a sidecar that cannot be read, and goes on', async () => {
    desk.write('a.txt', text);
    desk.write('a.txt.tags.json', '{"glossator": 1,');
    const { code, out, err } = await desk.glossator('stats', '--json', 'a.txt', 'none.txt');
    assert.equal(code, 2);
    assert.equal(JSON.parse(out).texts, 1);
    assert.match(
      err,
      /^glossator: a\.txt\.tags\.json:1:\d+: [^\n]+\nglossator: none\.txt: [^\n]+\n$/,
    );
  });
});

describe('glossator kwic', () => {
  it('prints a line a hit, the hits under one another', async () => {
    desk.write('a.txt', text);
    const { code, out, err } = await desk.glossator('kwic', '--width', '8', 'Ben', 'a.txt');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, 'a.txt:1:9   Ann met  Ben  . Ben le\na.txt:2:1  met Ben.  Ben  left Ann\n');
  });

  it('finds the first and the last word, over line ends, with CRLF and a byte-order mark', async () => {
    desk.write('a.txt', `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`);
    const { out } = await desk.glossator('kwic', '--json', '--ignore-case', 'new york.', 'a.txt');
    const [{ line, column, start, end, quote, right }] = JSON.parse(out);
    assert.deepEqual([line, column, start, end, quote, right], [2, 17, 29, 38, 'New\nYork.', '']);
    const first = JSON.parse((await desk.glossator('kwic', '--json', 'Ann met', '.')).out);
    assert.deepEqual([first.length, first[0].start, first[0].left], [1, 0, '']);
  });

  it('finds tags, and terms inside of tags', async () => {
    desk.write('a.txt', text);
    tagged(
      'a.txt.tags.json',
      text,
      { label: 'LOC', quote: 'New\nYork', entity: 'ny' },
      { label: 'PER', quote: 'Ben', status: 'rejected' },
    );
    tagged('a.txt.eve.tags.json', text, { label: 'LOC', quote: 'New\nYork' });
    const hits = async (...args: string[]) => {
      const { code, out, err } = await desk.glossator('kwic', '--json', ...args);
      assert.deepEqual([code, err], [0, ''], args.join(' '));
      return JSON.parse(out).map(({ quote, tags }: { quote: string; tags: unknown[] }) => [
        quote,
        tags.length,
      ]);
    };
    assert.deepEqual(await hits('--tag', 'LOC', '.'), [['New\nYork', 2]]);
    assert.deepEqual(await hits('--entity', 'ny', 'a.txt', '.'), [['New\nYork', 1]]);
    assert.deepEqual(await hits('--tag', 'LOC', '--layer', 'eve', 'Y*', '.'), [['York', 1]]);
    assert.deepEqual(await hits('--tag', 'LOC', 'in', '.'), []);
    assert.deepEqual(await hits('--tag', 'PER', '.'), []);
    assert.deepEqual(await hits('--tag', 'LOC', '--regex', '\\w+$', '.'), [['New', 1]]);
    const { code, err } = await desk.glossator('kwic', '--tag', 'LOC', 'none.txt', '.');
    assert.deepEqual([code, err], [2, 'glossator: none.txt: There is no such file or folder.\n']);
  });

  it('sorts by what stands beside the hits, and prints as many as are wanted', async () => {
    desk.write('a.txt', 'c x b. a x c. b x a.');
    const sorted = async (...args: string[]) => {
      const { out } = await desk.glossator('kwic', '--json', '--width', '1', ...args, 'x', '.');
      return JSON.parse(out).map(({ left, right }: Record<string, string>) => left + right);
    };
    assert.deepEqual(await sorted(), ['cb', 'ac', 'ba']);
    assert.deepEqual(await sorted('--sort', 'left'), ['ac', 'ba', 'cb']);
    assert.deepEqual(await sorted('--sort', 'right'), ['ba', 'cb', 'ac']);
    assert.deepEqual(await sorted('-n', '1'), ['cb']);
    assert.deepEqual(await sorted('-n', '2', '--sort', 'right'), ['ba', 'cb']);
    assert.deepEqual(await sorted('-n', '0'), []);
  });

  it('aligns wide and marked characters by their columns, and isolates what runs from the right', async () => {
    desk.write('a.txt', '東京 x e\u0301\nабв x\n');
    const { out } = await desk.glossator('kwic', '--width', '12', 'x', 'a.txt');
    assert.equal(
      out,
      'a.txt:1:4          東京  x  e\u0301 абв x\na.txt:2:5  東京 x e\u0301 абв  x\n',
    );
    desk.write('b.txt', 'x אב\nאב גד הו\n');
    const mixed = await desk.glossator('kwic', '--width', '5', 'x', 'b.txt');
    assert.equal(mixed.out, 'b.txt:1:1       \u2066\u2069  \u2066x\u2069  \u2066אב אב\u2069\n');
    const hebrew = await desk.glossator('kwic', '--width', '5', 'גד', 'b.txt');
    assert.equal(
      hebrew.out,
      'b.txt:2:4  \u2067\u2067אב אב\u2069  \u2067גד\u2069  \u2067הו\u2069      \u2069\n',
    );
  });

  it('says in a line what is wrong with its arguments', async () => {
    desk.write('a.txt', text);
    const cases = [
      ['--regex', '(', 'a.txt'],
      ['--regex', '\\', 'a.txt'],
      ['--width', '0', 'Ben', 'a.txt'],
      ['--width', 'x', 'Ben', 'a.txt'],
      ['-n', '-1', 'Ben', 'a.txt'],
      ['--sort', 'up', 'Ben', 'a.txt'],
      ['--regex', '--tag', 'PER', 'a.txt'],
      ['--layer', 'eve', 'Ben', 'a.txt'],
      ['--tag', 'PER', '--layer', 'eve', 'a.txt'],
      ['Ben'],
      [' ', 'a.txt'],
      [],
    ];
    for (const args of cases) {
      const { code, out, err } = await desk.glossator('kwic', ...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, /^glossator: [^\n]+\n$/);
    }
    assert.deepEqual(await desk.glossator('kwic', '--json', 'none', 'a.txt'), {
      code: 0,
      out: '[]\n',
      err: '',
    });
  });

  it('breaks off a regular expression that takes too long', () => {
    const source = { file: 'a.txt', text: `${'a'.repeat(40)}!`, language: en };
    const wanted = {
      term: '',
      regex: expressionOf('(a+)+$', false),
      ignoreCase: false,
      within: 50,
    };
    const find = () => hitsIn(source, new ChunkedText(source.text), wanted, undefined, 9);
    assert.throws(find, SlowExpression);
  });
});
