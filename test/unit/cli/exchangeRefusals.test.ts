/** What `export` and `import` refuse, so that nothing is written over, mixed up or lost in silence. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { Desk } from './harness.ts';

const desk = new Desk();
const text = 'Ann met Ben.\n';

suite('export', () => {
  test('what a corpus keeps of its own is never written, not by force either', async () => {
    desk.write('entities.txt', 'Ann');
    desk.write('glossator.txt', 'Ben');
    desk.write('c.txt', 'Cy');
    desk.write('c.txt.tags.txt', 'Cy');
    desk.write('glossator.json', '{}');
    const line = ['export', '--to', 'uima-json', '--force', '-o', '.', '.'];
    const { code, err } = await desk.glossator(...line);
    assert.equal(code, 2);
    for (const name of ['entities.json', 'glossator.json', 'c.txt.tags.json'])
      assert.ok(err.includes(`glossator: ${name}: A corpus keeps `), name);
    assert.equal(desk.read('glossator.json'), '{}');
    assert.equal(existsSync(desk.path('entities.json')), false);
    assert.equal(existsSync(desk.path('c.txt.tags.json')), false);
    assert.equal(existsSync(desk.path('c.json')), true);
  });

  test('of two texts that make one file the first is written, by force too', async () => {
    desk.write('a.txt', 'Ann');
    desk.write('a.TXT', 'Ben');
    const line = ['export', '--to', 'conll', '--force', '-o', 'out', 'a.txt', 'a.TXT'];
    const { code, err } = await desk.glossator(...line);
    assert.equal(code, 2);
    assert.match(err, /glossator: a\.conll: Two texts make this file; it holds the first/);
    assert.match(desk.read('out/a.conll'), /^Ann\b/m);
  });
});

suite('import', () => {
  test('of two files with one name below their folders the second is refused', async () => {
    for (const [folder, name] of [
      ['p', 'Ann'],
      ['q', 'Ben'],
    ]) {
      mkdirSync(desk.path(folder));
      desk.write(`${folder}/x.txt`, `${name}.`);
      const target = {
        source: 'x.txt',
        selector: { type: 'TextPositionSelector', end: 3, start: 0 },
      };
      desk.write(`${folder}/x.jsonld`, JSON.stringify({ type: 'Annotation', target }));
    }
    const done = await desk.glossator('import', '--from', 'w3c', '--into', 'to', 'p', 'q');
    assert.equal(done.code, 2);
    assert.equal(done.out, 'x.txt: 1 tag\n');
    assert.match(done.err, /glossator: q\/x\.jsonld: Another file is called x\.jsonld, too; /);
    assert.equal(desk.read('to/x.txt'), 'Ann.');
  });

  test('where nothing of the format is found, that is an error', async () => {
    desk.write('a.txt', text);
    const done = await desk.glossator('import', '--from', 'tei', '--into', 'to', '.');
    assert.equal(done.code, 2);
    assert.equal(
      done.err,
      'glossator: .: There is nothing of tei here; its files end in .xml, .tei.\n',
    );
  });

  test('records that the registry cannot take are reported, and it is left alone', async () => {
    mkdirSync(desk.path('to'));
    desk.write('to/glossator.json', '{}');
    desk.write('to/entities.json', '{"entities": [');
    desk.write('a.txt', text);
    desk.write('a.ann', 'T1\tPER 0 3\tAnn\nN1\tReference T1 entities:ann\tAnn\n');
    const done = await desk.glossator('import', '--from', 'brat', '--into', 'to', 'a.ann');
    assert.equal(done.code, 2);
    assert.match(done.err, /entities\.json: This file has no list of entities that could be read/);
    assert.equal(desk.read('to/entities.json'), '{"entities": [');
  });

  test('a number that no sidecar can hold is reported, and the sidecar can be read', async () => {
    const region = {
      id: 'region-1',
      to_name: 'text',
      value: { start: 0, end: 3, labels: ['PER'] },
    };
    const result = [
      { ...region, from_name: 'label', type: 'labels' },
      { ...region, from_name: 'size', type: 'number', value: { start: 0, end: 3, number: 1e30 } },
    ];
    const task = { data: { text }, annotations: [{ result }] };
    desk.write('a.json', JSON.stringify([task]));
    const done = await desk.glossator('import', '--from', 'label-studio', '--into', 'to', 'a.json');
    assert.equal(done.code, 2);
    assert.match(done.err, /a\.txt: The attribute “size” of the tag “region-1” .*\(1e\+30\)/);
    assert.match((await desk.glossator('textconv', 'to/a.txt.tags.json')).out, /^PER {2}“Ann”/);
  });
});
