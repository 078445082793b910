import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Desk } from './harness.ts';
import { sidecarOf, type TagGiven } from './sidecarOf.ts';

const desk = new Desk();
const text = 'Ann met Ben.\nBen left Ann in New\nYork.\n';

/** Writes the sidecar of a text with these tags. */
function tagged(name: string, content: string, ...tags: TagGiven[]): void {
  desk.write(name, sidecarOf(content, tags));
}

describe('glossator agree', () => {
  const ann = [
    { label: 'PER', quote: 'Ann' },
    { label: 'PER', quote: 'Ben' },
    { label: 'LOC', quote: 'New\nYork' },
    { label: 'LOC', quote: 'left', status: 'rejected' },
  ] as const;
  const ben = [
    { label: 'PER', quote: 'Ann' },
    { label: 'ORG', quote: 'Ben' },
    { label: 'LOC', quote: 'York', status: 'suggested' },
  ] as const;

  function twoLayers(): void {
    desk.write('a.txt', text);
    tagged('a.txt.ann.tags.json', text, ...ann);
    tagged('a.txt.ben.tags.json', text, ...ben);
  }

  const agreement = async (...args: string[]) => {
    const { code, out, err } = await desk.glossator('agree', '--json', ...args);
    assert.deepEqual([code, err], [0, '']);
    assert.doesNotMatch(out, /NaN|Infinity/);
    return JSON.parse(out);
  };

  it('compares two sidecars, by hand', async () => {
    twoLayers();
    const [a, b] = ['a.txt.ann.tags.json', 'a.txt.ben.tags.json'];
    const { pairs, alpha } = await agreement(a, b);
    const [{ labels, micro, macroF1, kappa }] = pairs;
    const byLabel = new Map(labels.map((one: { label: string }) => [one.label, one]));
    assert.deepEqual(byLabel.get('PER'), {
      label: 'PER',
      a: 2,
      b: 1,
      agreed: 1,
      precision: 1,
      recall: 0.5,
      f1: 2 / 3,
    });
    assert.deepEqual([micro.a, micro.b, micro.agreed, micro.f1], [3, 3, 1, 1 / 3]);
    assert.equal(macroF1, 2 / 9);
    // Of 11 tokens 9 agree: Ann, York and 7 without label.
    assert.deepEqual([kappa.units, kappa.observed], [11, 9 / 11]);
    // ann: 2 PER, 2 LOC, 7 none; ben: 1 PER, 1 ORG, 1 LOC, 8 none.
    assert.ok(Math.abs(kappa.expected - (2 + 2 + 56) / 121) < 1e-12);
    // Of 22 values: 3 PER, 3 LOC, 1 ORG, 15 none.
    assert.ok(Math.abs(alpha.expected - (6 + 6 + 210) / (22 * 21)) < 1e-12);
    const loose = (await agreement('--match', 'overlap', a, b)).pairs[0];
    assert.deepEqual(
      loose.labels.map(({ label, agreed }: Record<string, unknown>) => [label, agreed]),
      [
        ['PER', 1],
        ['LOC', 1],
        ['ORG', 0],
      ],
    );
    const accepted = (await agreement('--accepted', '--label', 'LOC,ORG', a, b)).pairs[0];
    assert.deepEqual([accepted.micro.a, accepted.micro.b], [1, 1]);
  });

  it('compares layers of the texts of a folder, more than two as well', async () => {
    twoLayers();
    desk.write('b.txt', text);
    tagged('b.txt.ann.tags.json', text, ...ann);
    tagged('b.txt.tags.json', text, ...ann);
    desk.write('c.txt', text);
    const { texts, incomplete, pairs, alpha } = await agreement('ann', 'ben', '-', '--in', '.');
    assert.equal(texts, 2);
    assert.deepEqual(incomplete, [
      { file: 'a.txt', without: ['-'] },
      { file: 'b.txt', without: ['ben'] },
    ]);
    assert.deepEqual(
      pairs.map(({ a, b, kappa }: { a: string; b: string; kappa: { units: number } }) => [
        a,
        b,
        kappa.units,
      ]),
      [
        ['ann', 'ben', 11],
        ['ann', '-', 11],
        ['ben', '-', 0],
      ],
    );
    assert.equal(pairs[1].kappa.value, 1);
    assert.equal(pairs[2].kappa.value, null);
    assert.equal(alpha.units, 22);
    const { out } = await desk.glossator('agree', 'ann', 'ben', '-', '--in', '.');
    assert.match(out, /\nb\.txt: not tagged by ben\n/);
    assert.match(out, /\nCohen’s κ – {2}\(observed –, expected –, tokens 0\)\n/);
    const none = await desk.glossator('agree', 'ann', 'bem', '--in', '.');
    assert.deepEqual([none.code, none.out], [2, '']);
    assert.match(none.err, /^glossator: [^\n]*“bem”[^\n]*“ben”[^\n]*\n$/);
  });

  it('compares folders of sidecars, the text beside either', async () => {
    for (const name of ['one', 'two']) mkdirSync(desk.path(name));
    desk.write('two/a.txt', `In short: ${text}`);
    tagged('one/a.txt.tags.json', text, ...ann);
    tagged('two/a.txt.tags.json', text, ...ann);
    tagged('two/b.txt.tags.json', text, ...ann);
    const { texts, incomplete, pairs } = await agreement('--list', 'one', 'two');
    assert.equal(texts, 1);
    assert.deepEqual(incomplete, [{ file: 'two/b.txt.tags.json', without: ['one'] }]);
    assert.deepEqual([pairs[0].micro.f1, pairs[0].kappa.value], [1, 1]);
    assert.deepEqual(pairs[0].disagreements, []);
    const mixed = await desk.glossator('agree', 'one', 'two/a.txt.tags.json');
    assert.match(mixed.err, /^glossator: Give sidecars only, or folders[^\n]+\n$/);
  });

  it('lists where they disagree', async () => {
    twoLayers();
    const { out } = await desk.glossator('agree', 'ann', 'ben', '--in', 'a.txt', '--list');
    const lines = out.split('\n').filter((line) => line.includes('→'));
    assert.deepEqual(lines, [
      'a.txt:1:9  PER → ORG  “Ben”',
      'a.txt:2:17  LOC → –  “New York”',
      'a.txt:3:1  – → LOC  “York”',
    ]);
  });

  it('compares by offsets where the text is missing, if they are of one text', async () => {
    tagged('x.tags.json', text, ...ann);
    tagged('y.tags.json', text, ...ben);
    const { textsMissing, pairs, alpha } = await agreement('--list', 'x.tags.json', 'y.tags.json');
    assert.deepEqual([textsMissing, pairs[0].micro.agreed, alpha.value], [1, 1, null]);
    assert.equal(pairs[0].disagreements[0].line, null);
    const { out } = await desk.glossator('agree', '--list', 'x.tags.json', 'y.tags.json');
    assert.match(out, /\nx\.tags\.json:8–11 {2}PER → ORG {2}“Ben”\n/);
    tagged('z.tags.json', `${text}More.`, ...ben);
    const other = await desk.glossator('agree', 'x.tags.json', 'z.tags.json');
    assert.equal(other.code, 2);
    assert.match(other.err, /^glossator: x\.tags\.json: The text is missing, [^\n]+\n$/);
  });

  it('prints a dash where nothing can be said', async () => {
    desk.write('a.txt', '');
    tagged('a.txt.tags.json', '');
    const { code, out } = await desk.glossator('agree', 'a.txt.tags.json', 'a.txt.tags.json');
    assert.equal(code, 0);
    assert.match(out, /\nmicro +0 +0 +0 +– +– +–\nmacro +–\n/);
    assert.match(out, /Krippendorff’s α – {2}\(observed –, expected –, tokens 0\)/);
    desk.write('b.txt', 'no tags');
    tagged('b.txt.tags.json', 'no tags');
    const same = await agreement('b.txt.tags.json', 'b.txt.tags.json');
    assert.deepEqual(same.alpha, { value: null, observed: 1, expected: 1, units: 2 });
  });

  it('reports a sidecar that cannot be read', async () => {
    twoLayers();
    desk.write('b.txt', text);
    desk.write('b.txt.ann.tags.json', '<<<<<<<');
    tagged('b.txt.ben.tags.json', text, ...ben);
    const { code, out, err } = await desk.glossator('agree', '--json', 'ann', 'ben', '--in', '.');
    assert.equal(code, 2);
    assert.equal(JSON.parse(out).texts, 1);
    assert.match(err, /^glossator: b\.txt\.ann\.tags\.json:1:1: [^\n]+\n$/);
    for (const args of [['a.txt.ann.tags.json'], ['none', 'none'], ['a.txt', 'a.txt'], []]) {
      const failed = await desk.glossator('agree', ...args);
      assert.deepEqual([failed.code, failed.out], [2, '']);
      assert.match(failed.err, /^glossator: [^\n]+\n$/);
    }
  });
});
