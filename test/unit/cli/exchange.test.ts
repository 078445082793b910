/** `export` and `import`: files, refusals and reports. What each format says is tested in core/formats. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { formats } from '../../../server/src/core/formats/index.ts';
import { fingerprintOf } from '../../../server/src/core/tags/fingerprint.ts';
import { Desk } from './harness.ts';

const desk = new Desk();
const text = 'Ann 😀 met Ben in Ankara.\n';

/** Writes a text, and a sidecar with a tag of every kind. */
function write(name = 'a.txt', content = text): void {
  desk.write(name, content);
  const tag = (id: string, start: number, end: number, more: object = {}) => ({
    id,
    label: 'PER',
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(0, start),
    suffix: text.slice(end),
    ...more,
  });
  const sidecar = {
    glossator: 1,
    text: fingerprintOf(text),
    document: { labels: ['news'], attributes: {} },
    tags: [
      tag('annannan', 0, 3, { note: 'who?', by: 'ann', at: '2026-11-25T12:00:00Z' }),
      tag('benbenbe', 11, 14, { entity: 'ben', attributes: { sure: true } }),
      tag('nobodyno', 11, 14, { status: 'rejected' }),
      tag('ankarank', 18, 24, { status: 'suggested', label: 'LOC' }),
    ],
    relations: [{ id: 'relation', label: 'met', from: 'annannan', to: 'benbenbe' }],
  };
  desk.write(`${name}.tags.json`, JSON.stringify(sidecar));
}

suite('export', () => {
  test('one file goes to standard output, and what the format lacks to standard error', async () => {
    write();
    const { code, out, err } = await desk.glossator('export', '--to', 'conll', 'a.txt');
    assert.equal(code, 0);
    assert.match(out, /^Ann\b.*\bB-PER$/m);
    assert.match(out, /^Ankara\b.*\bB-LOC$/m);
    assert.equal(
      err,
      'glossator: a.txt: not in conll: 1 rejected tag, 1 status, 1 relation, 1 label or attribute of the text, 1 note, 1 annotator, 1 time, 1 link to an entity, 1 attribute\n',
    );
  });

  test('several files need a folder, which is made', async () => {
    write();
    write('b.txt');
    const refused = await desk.glossator('export', '--to', 'conll', 'a.txt', 'b.txt');
    assert.equal(refused.code, 2);
    assert.match(refused.err, /glossator: conll makes 2 files of this: give -o DIR\.\n$/);
    const done = await desk.glossator('export', '--to', 'conll', '-o', 'x/y', '.');
    assert.equal(done.code, 0);
    assert.equal(done.out, 'a.txt: 3 tags\nb.txt: 3 tags\n');
    assert.match(desk.read('x/y/b.conll'), /B-LOC/);
  });

  test('a file that says something else is written over only by force', async () => {
    write();
    const line = ['export', '--to', 'conll', '-o', 'out', 'a.txt'];
    assert.equal((await desk.glossator(...line)).code, 0);
    assert.equal((await desk.glossator(...line)).code, 0);
    desk.write('out/a.conll', 'mine');
    const refused = await desk.glossator(...line);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /a\.conll: Something else is there already in .*--force\.\n/);
    assert.equal(refused.out, '');
    assert.equal(desk.read('out/a.conll'), 'mine');
    assert.equal((await desk.glossator(...line, '--force')).code, 0);
    assert.match(desk.read('out/a.conll'), /B-PER/);
  });

  test('tags lie where the text has them now; one whose text is gone is reported', async () => {
    write('a.txt', 'Yesterday Ann 😀 met us in Ankara.\n');
    const { out, err } = await desk.glossator('export', '--to', 'brat', 'a.txt');
    assert.match(out, /^T1\tPER 10 13\tAnn$/m);
    assert.match(out, /^T2\tLOC 26 32\tAnkara$/m);
    assert.match(err, /not in brat: 2 tags whose text is gone/);
  });

  test('a layer is exported by its name; a text without it has no tags', async () => {
    write();
    desk.write('a.txt.ben.tags.json', desk.read('a.txt.tags.json').replaceAll('PER', 'ORG'));
    const ben = await desk.glossator('export', '--to', 'conll', '--layer', 'ben', 'a.txt');
    assert.match(ben.out, /B-ORG/);
    assert.doesNotMatch(ben.out, /B-PER/);
    const nobody = await desk.glossator('export', '--to', 'conll', '--layer', 'cy', 'a.txt');
    assert.doesNotMatch(nobody.out, /B-/);
  });

  test('an unreadable sidecar is an error, and its text is not exported without its tags', async () => {
    write();
    write('b.txt');
    desk.write('a.txt.tags.json', '{"glossator": 1');
    const { code, err } = await desk.glossator('export', '--to', 'conll', '-o', 'out', '.');
    assert.equal(code, 2);
    assert.match(err, /a\.txt\.tags\.json:1:\d+: This sidecar is no JSON/);
    assert.equal(existsSync(desk.path('out/a.conll')), false);
    assert.equal(existsSync(desk.path('out/b.conll')), true);
  });

  test('a format that there is not is a mistake in the command line', async () => {
    const { code, err } = await desk.glossator('export', '--to', 'brta', 'a.txt');
    assert.equal(code, 2);
    assert.match(err, /--to must be one of brat, .*not “brta”\. Did you mean “brat”\?\n/);
    assert.match((await desk.glossator('export', 'a.txt')).err, /Give --to FORMAT: brat, /);
  });
});

suite('import', () => {
  const ann = 'T1\tPER 0 3\tAnn\nT2\tLOC 17 23\tAnkara\nR1\tin Arg1:T1 Arg2:T2\n';

  test('a folder becomes a corpus: texts, sidecars, labels', async () => {
    mkdirSync(desk.path('from/news'), { recursive: true });
    desk.write('from/news/a.txt', text);
    desk.write('from/news/a.ann', ann);
    const done = await desk.glossator('import', '--from', 'brat', '--into', 'to', 'from');
    assert.deepEqual(done, { code: 0, out: 'news/a.txt: 2 tags, 1 relation\n', err: '' });
    assert.equal(desk.read('to/news/a.txt'), text);
    const { tags, relations } = desk.json('to/news/a.txt.tags.json');
    assert.deepEqual(
      tags.map(({ label, start, quote }: Record<string, unknown>) => [label, start, quote]),
      [
        ['PER', 0, 'Ann'],
        ['LOC', 18, 'Ankara'],
      ],
    );
    assert.deepEqual([relations[0].from, relations[0].to], [tags[0].id, tags[1].id]);
    assert.deepEqual(desk.json('to/glossator.json'), {
      labels: [{ name: 'PER' }, { name: 'LOC' }],
      relations: [{ name: 'in' }],
    });
    assert.equal((await desk.glossator('check', '--min', 'warning', 'to')).out, '');
  });

  test('files beside the one that is given belong to it', async () => {
    desk.write('a.txt', text);
    desk.write('a.ann', ann);
    desk.write('b.txt', text);
    const done = await desk.glossator('import', '--from', 'brat', '--into', 'to', 'a.ann');
    assert.equal(done.out, 'a.txt: 2 tags, 1 relation\n');
    assert.equal(existsSync(desk.path('to/b.txt')), false);
  });

  test('a text and tags that are there are never written over', async () => {
    desk.write('a.txt', text);
    desk.write('a.ann', ann);
    const line = ['import', '--from', 'brat', '--into', 'to', 'a.ann'];
    await desk.glossator(...line);
    const before = desk.read('to/a.txt.tags.json');
    const again = await desk.glossator(...line);
    assert.equal(again.code, 2);
    assert.match(
      again.err,
      /a\.txt\.tags\.json: Tags of this text are there already; --layer NAME/,
    );
    assert.equal(desk.read('to/a.txt.tags.json'), before);
    const layer = await desk.glossator(...line, '--layer', 'ben');
    assert.equal(layer.code, 0);
    assert.equal(desk.json('to/a.txt.ben.tags.json').tags.length, 2);
    desk.write('to/a.txt', 'Another text.\n');
    const other = await desk.glossator(...line, '--layer', 'cy');
    assert.equal(other.code, 2);
    assert.match(other.err, /a\.txt: Another text is there already; import into another folder\./);
    assert.equal(existsSync(desk.path('to/a.txt.cy.tags.json')), false);
  });

  test('where its tags are refused, a text is not written either', async () => {
    desk.write('a.txt', text);
    desk.write('a.ann', ann);
    mkdirSync(desk.path('to'));
    desk.write('to/a.txt.tags.json', '{"mine": 1}');
    const refused = await desk.glossator('import', '--from', 'brat', '--into', 'to', 'a.ann');
    assert.equal(refused.code, 2);
    assert.equal(existsSync(desk.path('to/a.txt')), false);
    assert.equal(desk.read('to/a.txt.tags.json'), '{"mine": 1}');
  });

  test('a corpus keeps its tagset and hears which labels it lacks', async () => {
    desk.write('a.txt', text);
    desk.write('a.ann', ann);
    mkdirSync(desk.path('to'));
    const own = '{"labels": [{"name": "PER"}], "relations": [{"name": "near"}]}';
    desk.write('to/glossator.json', own);
    const done = await desk.glossator('import', '--from', 'brat', '--into', 'to', 'a.ann');
    assert.equal(done.code, 0);
    assert.equal(
      done.err,
      'glossator: warning: the tagset has no label “LOC”.\nglossator: warning: the tagset has no relation “in”.\n',
    );
    assert.equal(desk.read('to/glossator.json'), own);
  });

  test('a line ending, a byte-order mark and the text are kept as they are', async () => {
    const windows = '\ufeffAnn\r\nmet Ben.\r\n';
    desk.write('a.txt', windows);
    desk.write('a.ann', 'T1\tPER 10 13\tBen\n');
    const done = await desk.glossator('import', '--from', 'brat', '--into', 'to', 'a.ann');
    assert.equal(done.err, '');
    assert.equal(desk.read('to/a.txt'), windows);
    const [tag] = desk.json('to/a.txt.tags.json').tags;
    assert.deepEqual([tag.start, tag.end, tag.quote], [8, 11, 'Ben']);
  });

  test('what cannot be read is an error with its place, and the rest goes in', async () => {
    desk.write('a.txt', text);
    desk.write('a.ann', `${ann}T3\tPER 900 903\tCy\nT4 nonsense\n`);
    const done = await desk.glossator('import', '--from', 'brat', '--into', 'to', 'a.ann');
    assert.equal(done.code, 2);
    assert.equal(done.out, 'a.txt: 2 tags, 1 relation\n');
    assert.match(done.err, /^glossator: a\.ann:5: /m);
    assert.match(done.err, /T3/);
  });

  test('no file leads out of the folder', async () => {
    desk.write('x.jsonl', '{"text": "Ann", "spans": [], "meta": {"file": "../../evil.txt"}}\n');
    await desk.glossator('import', '--from', 'spacy-jsonl', '--into', 'to', 'x.jsonl');
    assert.equal(existsSync(desk.path('../evil.txt')), false);
  });

  test('a file that is no UTF-8 is refused', async () => {
    desk.write('a.txt', text);
    desk.write('a.ann', new Uint8Array([0x54, 0xe9, 0x0a]));
    const done = await desk.glossator('import', '--from', 'brat', '--into', 'to', 'a.ann');
    assert.equal(done.code, 2);
    assert.match(done.err, /a\.ann: This is not UTF-8 text\./);
  });
});

test('the help of both lists every format', async () => {
  for (const command of ['export', 'import']) {
    const { out } = await desk.glossator(command, '--help');
    for (const { id, title } of formats)
      assert.ok(out.includes(`${id} `) && out.includes(title), id);
  }
});
