import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Desk } from './harness.ts';

const desk = new Desk();
const text = 'Oleg Syromolotov met 25 thousand people in Moscow.\n';

describe('glossator analyze', () => {
  it('prints an array with one record a file, offsets in the canonical text', async () => {
    desk.write('a.txt', `\ufeff${text.replaceAll('\n', '\r\n')}`);
    const { code, out, err } = await desk.glossator('analyze', 'a.txt');
    assert.deepEqual([code, err], [0, '']);
    const [record] = JSON.parse(out);
    assert.deepEqual(Object.keys(record), [
      'file',
      'language',
      'length',
      'tokens',
      'sentences',
      'numbers',
      'entities',
      'diagnostics',
    ]);
    assert.deepEqual([record.file, record.language, record.length], ['a.txt', 'en', text.length]);
    assert.deepEqual(record.tokens[0], [0, 4, 'word']);
    assert.deepEqual(record.tokens[3], [21, 23, 'number']);
    assert.deepEqual(record.sentences, [[0, 50]]);
    const [number] = record.numbers;
    assert.deepEqual(
      [number.start, number.end, number.text, number.kind, number.value],
      [21, 32, '25 thousand', 'cardinal', 25000],
    );
    const [person] = record.entities;
    assert.deepEqual(
      [person.start, person.end, person.text, person.type, person.entity],
      [0, 16, 'Oleg Syromolotov', 'PER', null],
    );
  });

  it('takes the texts of a folder in order of their names, and no others', async () => {
    mkdirSync(desk.path('in'));
    desk.write('in/b.txt', 'b');
    desk.write('in/a.txt', 'a');
    desk.write('in/c.md', 'c');
    const { out } = await desk.glossator('analyze', '--jsonl', 'in');
    const files = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).file);
    assert.deepEqual(files, ['in/a.txt', 'in/b.txt']);
  });

  it('counts relative dates from the day that glossator.json or the dateline gives', async () => {
    const dates = { 'dated/news/': 'path', 'dated/told.txt': '2015-11-19' };
    desk.write('glossator.json', JSON.stringify({ dates }));
    mkdirSync(desk.path('dated/news'), { recursive: true });
    desk.write('dated/news/2014-11-19.txt', 'They met yesterday.');
    desk.write('dated/told.txt', 'MOSCOW, November 19, 2014. They met yesterday.');
    desk.write('dated/headed.txt', 'MOSCOW, November 19, 2014. They met yesterday.');
    desk.write('dated/open.txt', 'They met yesterday.');
    const { out } = await desk.glossator('analyze', '--jsonl', 'dated');
    const last = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ file, numbers }) => [file, numbers.at(-1).value]);
    assert.deepEqual(last, [
      ['dated/headed.txt', '2014-11-18'],
      ['dated/news/2014-11-19.txt', '2014-11-18'],
      ['dated/open.txt', 'yesterday'],
      ['dated/told.txt', '2015-11-18'],
    ]);
  });

  it('reads standard input: one text, or with --jsonl a text a line', async () => {
    const one = JSON.parse((await desk.fed('Käib küll 😀', 'analyze', '-')).out);
    assert.deepEqual([one.length, one[0].length], [1, 12]);
    const input = `${JSON.stringify({ text: 'One.' })}\n\n${JSON.stringify({ file: 'x', text: 'Two 😀' })}`;
    const { code, out } = await desk.fed(input, 'analyze', '--jsonl', '-');
    assert.equal(code, 0);
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      records.map(({ length }) => length),
      [4, 6],
    );
    assert.equal(records[1].file, 'x');
  });

  it('names a line of standard input that is no text, and goes on', async () => {
    const { code, out, err } = await desk.fed(
      '{"text": "a"}\nno\n{"text": 5}\n{"text": "b"}\n',
      'analyze',
      '--jsonl',
      '-',
    );
    assert.equal(code, 2);
    assert.equal(out.trimEnd().split('\n').length, 2);
    assert.match(err, /^glossator: \S*:?2: [^\n]+\nglossator: \S*:?3: [^\n]+\n$/);
  });

  it('reports a text that is not there or no UTF-8, and goes on with the others', async () => {
    desk.write('a.txt', Uint8Array.of(0xff, 0xfe, 0x41));
    desk.write('b.txt', 'b');
    const { code, out, err } = await desk.glossator('analyze', 'none.txt', 'a.txt', 'b.txt');
    assert.equal(code, 2);
    assert.deepEqual(
      JSON.parse(out).map(({ file }: { file: string }) => file),
      ['b.txt'],
    );
    assert.match(
      err,
      /^glossator: none\.txt: There is no such file or folder\.\nglossator: a\.txt: This is not UTF-8/,
    );
  });

  it('takes an empty text', async () => {
    desk.write('a.txt', '');
    const [record] = JSON.parse((await desk.glossator('analyze', 'a.txt')).out);
    assert.deepEqual([record.length, record.tokens, record.sentences], [0, [], []]);
  });
});

describe('glossator check', () => {
  it('ends with 0 where there is nothing to say', async () => {
    desk.write('a.txt', 'Nothing here is wrong.\n');
    assert.deepEqual(await desk.glossator('check', 'a.txt'), { code: 0, out: '', err: '' });
    assert.equal((await desk.glossator('check', '--format', 'json', 'a.txt')).out, '[]\n');
  });

  it('ends with 1 where there are findings, and names file, line, column and code', async () => {
    desk.write('a.txt', 'First line.\nWe met on 31 February 2016.\n');
    const { code, out } = await desk.glossator('check', 'a.txt');
    assert.equal(code, 1);
    assert.match(out, /^a\.txt:2:11: warning: [^\n]+ \[number\/date-invalid\]\n$/);
    const [finding] = JSON.parse((await desk.glossator('check', '--format', 'json', 'a.txt')).out);
    assert.deepEqual(
      [finding.file, finding.code, finding.line, finding.start],
      ['a.txt', 'number/date-invalid', 2, 22],
    );
    const sarif = JSON.parse((await desk.glossator('check', '--format', 'sarif', 'a.txt')).out);
    assert.equal(sarif.version, '2.1.0');
    assert.equal(sarif.runs[0].results[0].locations[0].physicalLocation.region.startLine, 2);
  });

  it('lists every finding, of one code too', async () => {
    desk.write('glossator.json', '{}');
    const line = 'They met on 31 February 2014, and again on 04/05/2018.\n\n';
    desk.write('a.txt', line.repeat(60));
    const { out } = await desk.glossator('check', 'a.txt');
    const count = (code: string) => out.split(`[${code}]`).length - 1;
    assert.deepEqual([count('number/date-invalid'), count('number/date-ambiguous')], [60, 60]);
    assert.doesNotMatch(out, /not listed/);
  });

  it('compares the numbers of a text with those of the texts before it, and names both places', async () => {
    desk.write('a.txt', 'One line.\n\nThe blast in Aleppo killed 34 people, officials said.\n');
    desk.write('b.txt', 'According to officials, 43 people were killed in the Aleppo blast.\n');
    const { code, out } = await desk.glossator('check', '.');
    assert.deepEqual(
      [code, out],
      [
        1,
        'b.txt:1:25: info: “43 people” here, “34 people” in a.txt in much the same words; see whether both are right. [number/conflict]\n',
      ],
    );
    const [{ related }] = JSON.parse((await desk.glossator('check', '--format', 'json', '.')).out);
    assert.deepEqual(related, [
      {
        file: 'a.txt',
        ...{ start: 38, end: 40, line: 3, column: 28, endLine: 3, endColumn: 30 },
        message: '“34 people” here',
      },
    ]);
    const sarif = JSON.parse((await desk.glossator('check', '--format', 'sarif', '.')).out);
    const [{ locations, relatedLocations }] = sarif.runs[0].results;
    const uris = [...locations, ...relatedLocations].map(
      ({ physicalLocation }) => physicalLocation.artifactLocation.uri,
    );
    assert.deepEqual(uris, ['b.txt', 'a.txt']);
    assert.equal((await desk.glossator('check', 'b.txt')).code, 0);
  });

  it('leaves out what is less severe than asked for', async () => {
    desk.write('a.txt', 'Islamic State and Islamic state and Islamic State.\n');
    const all = JSON.parse((await desk.glossator('check', '--format', 'json', 'a.txt')).out);
    const errors = await desk.glossator('check', '--format', 'json', '--min', 'error', 'a.txt');
    assert.ok(all.length > 0);
    assert.deepEqual([errors.code, JSON.parse(errors.out)], [0, []]);
  });

  it('ends with 2 where it could not run', async () => {
    desk.write('a.txt', 'a');
    for (const args of [['check', 'none.txt'], ['check'], ['check', '--min', 'loud', 'a.txt']]) {
      const { code, err } = await desk.glossator(...args);
      assert.equal(code, 2);
      assert.match(err, /^glossator: [^\n]+\n$/);
    }
  });

  it('names line and column of what is wrong in a sidecar, in the tagset and in the registry', async () => {
    desk.write('a.txt', 'One two three.\n');
    desk.write(
      'a.txt.tags.json',
      '{\n  "glossator": 1,\n  "text": {"sha256": "", "length": 15},\n  "tags": [\n    {"id": "a", "label": "N", "start": 4, "end": 2, "quote": ""}\n  ]\n}\n',
    );
    desk.write('glossator.json', '{"labels": 5}');
    desk.write('entities.json', '{\n"glossator": 1, "entities": [');
    const { code, out } = await desk.glossator('check', 'a.txt');
    assert.equal(code, 1);
    assert.match(
      out,
      /^a\.txt\.tags\.json:5:5: error: Tag “a” ends \(2\) before it starts \(4\)\. \[sidecar\/invalid\]$/m,
    );
    assert.match(out, /^glossator\.json:1:\d+: \w+: [^\n]+ \[config\/invalid\]$/m);
    assert.match(out, /^entities\.json:2:\d+: \w+: [^\n]+ \[registry\/invalid\]$/m);
  });
});

describe('glossator', () => {
  it('without a command, with a strange one and with --help', async () => {
    assert.deepEqual(await desk.glossator(), {
      code: 2,
      out: '',
      err: 'glossator: Give a command; glossator --help lists them.\n',
    });
    assert.match((await desk.glossator('dance')).err, /^glossator: There is no command “dance”;/);
    const { code, out } = await desk.glossator('--help');
    assert.equal(code, 0);
    for (const name of ['analyze', 'check', 'tag', 'resolve', 'diff', 'merge', 'index']) {
      assert.match(out, new RegExp(`^ {2}${name} `, 'm'));
      assert.match(
        (await desk.glossator(name, '--help')).out,
        new RegExp(`^Usage: glossator ${name} `),
      );
    }
  });

  it('is a program that reads its standard input and whose reader may go away', async () => {
    desk.write('a.txt', text.repeat(20_000));
    const { code, out } = await desk.command(
      'sh',
      '-c',
      `"${process.execPath}" "${new URL('../../../server/src/cli/main.ts', import.meta.url).pathname}" analyze a.txt | head -c 20`,
    );
    assert.equal(code, 0);
    assert.equal(out, '[\n{"file":"a.txt","l');
    assert.equal((await desk.spawned('--version')).out, '0.1.0\n');
  });
});
