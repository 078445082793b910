import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseSidecar, serialiseSidecar } from '../../../server/src/core/tags/sidecar.ts';
import { Desk } from './harness.ts';

const desk = new Desk();
const sidecar = 'a.txt.tags.json';
const sha256 = '93b2499b2858a9e4b65209448fcf2525271c7df4c4696d146c25d5bb349d2079';

describe('glossator tag', () => {
  it('writes the sidecar and prints the id', async () => {
    desk.write('a.txt', 'hällo 😀 welt');
    const { code, out, err } = await desk.glossator(
      'tag',
      'a.txt',
      'X',
      '6',
      '8',
      '--by',
      'ann',
      '--entity',
      'smile',
    );
    assert.equal(code, 0);
    assert.match(out, /^[\w-]{8}\n$/);
    assert.equal(
      err,
      'glossator: warning: the tagset has no label “X”.\nglossator: warning: the registry has no entity “smile”.\n',
    );
    assert.deepEqual(desk.json(sidecar).tags, [
      {
        id: out.trim(),
        label: 'X',
        start: 6,
        end: 8,
        quote: '😀',
        prefix: 'hällo ',
        suffix: ' welt',
        entity: 'smile',
        by: 'ann',
        at: '2026-11-25T12:00:00.000Z',
      },
    ]);
    assert.deepEqual(readdirSync(desk.folder).sort(), ['a.txt', sidecar]);
  });

  it('counts offsets in the canonical text, whatever line ends and mark the file has', async () => {
    // printf 'hi\nhi' | sha256sum
    for (const source of ['hi\nhi', 'hi\r\nhi', '\ufeffhi\nhi', '\ufeffhi\r\nhi', 'hi\rhi']) {
      desk.write('a.txt', source);
      desk.write(
        sidecar,
        serialiseSidecar({
          text: { sha256, length: 5 },
          document: { labels: [], attributes: {} },
          tags: [],
          relations: [],
        }),
      );
      await desk.glossator('tag', 'a.txt', 'X', '3', '5');
      const { text, tags } = desk.json(sidecar);
      assert.deepEqual([text.length, tags[0].quote, tags[0].prefix], [5, 'hi', 'hi\n']);
      assert.equal(text.sha256, sha256);
      assert.equal(desk.read('a.txt'), source);
    }
  });

  it('writes a layer of its own', async () => {
    desk.write('a.txt', 'one two');
    await desk.glossator('tag', 'a.txt', 'X', '0', '3', '--layer', 'ann_2');
    assert.deepEqual(readdirSync(desk.folder), ['a.txt', 'a.txt.ann_2.tags.json']);
  });

  it('refuses what makes no sense, with one sentence, and writes nothing', async () => {
    desk.write('a.txt', 'e\u0301 👨‍👩‍👧 two');
    const cases: [args: string[], message: RegExp][] = [
      [['a.txt', 'X', '0', '99'], /^END \(99\) lies past the end of the text, which is 15\.$/],
      [['a.txt', 'X', '5', '2'], /^START \(5\) must be less than END \(2\)\.$/],
      [['a.txt', 'X', '3', '3'], /must be less/],
      [['a.txt', 'X', '1.5', '2'], /^START and END must be whole numbers, not “1\.5”\.$/],
      [['a.txt', 'X', 'NaN', '2'], /whole numbers/],
      [['a.txt', 'X', '0', '1'], /^The offset 1 lies within a character\.$/],
      [['a.txt', 'X', '3', '5'], /^The offset 5 lies within a character\.$/],
      [['a.txt', '', '0', '2'], /^LABEL must not be empty\.$/],
      [['a.txt', 'X', '0', '2', '--layer', '../b'], /^--layer: “\.\.\/b” may hold only letters/],
      [['a.md', 'X', '0', '2'], /whose name ends in \.txt\.$/],
      [['none.txt', 'X', '0', '2'], /^none\.txt: There is no such file or folder\.$/],
      [['a.txt', 'X', '0'], /^The arguments must be FILE LABEL START END\.$/],
      [['a.txt', 'X', '0', '2', '--nonsense'], /^tag: Unknown option '--nonsense'\.$/],
    ];
    for (const [args, message] of cases) {
      const { code, out, err } = await desk.glossator('tag', ...args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, /^glossator: [^\n]+\n$/);
      assert.match(err.slice('glossator: '.length, -1), message);
    }
    const negative = await desk.glossator('tag', 'a.txt', 'X', '--', '-1', '2');
    assert.match(negative.err, /whole numbers, not “-1”/);
    assert.deepEqual(readdirSync(desk.folder), ['a.txt']);
  });

  it('quotes no more than a sidecar can hold', async () => {
    const length = 12_600_000;
    desk.write('a.txt', 'x'.repeat(length));
    const tag = () => desk.glossator('tag', 'a.txt', 'X', '0', String(length));
    assert.equal((await tag()).code, 0);
    const written = desk.read(sidecar);
    const { code, err } = await tag();
    assert.equal(code, 2);
    assert.match(err, /^glossator: .*would have to quote 25,200,000 characters/m);
    assert.equal(desk.read(sidecar), written);
  });

  it('leaves a text alone that is no UTF-8', async () => {
    desk.write('a.txt', Uint8Array.of(0x41, 0xe4, 0x42));
    const { code, err } = await desk.glossator('tag', 'a.txt', 'X', '0', '1');
    assert.equal(code, 2);
    assert.equal(
      err,
      'glossator: a.txt: This is not UTF-8 text. Save it as UTF-8 first; it was left alone.\n',
    );
    assert.deepEqual(readdirSync(desk.folder), ['a.txt']);
  });

  it('never writes over a sidecar that cannot be read, and says where it breaks', async () => {
    desk.write('a.txt', 'one two');
    const broken = '{\n  "glossator": 1,\n  "tags": [,]\n}\n';
    desk.write(sidecar, broken);
    const { code, err } = await desk.glossator('tag', 'a.txt', 'X', '0', '3');
    assert.equal(code, 2);
    assert.match(err, /^glossator: a\.txt\.tags\.json:3:12: This sidecar is no JSON: /m);
    assert.equal(desk.read(sidecar), broken);
  });

  it('keeps what it does not know', async () => {
    desk.write('a.txt', 'one two');
    await desk.glossator('tag', 'a.txt', 'X', '0', '3');
    desk.write(
      sidecar,
      desk
        .read(sidecar)
        .replace('"suffix": " two"', '"suffix": " two", "mood": {"a": [1]}')
        .replace('"relations"', '"later": true,\n  "relations"'),
    );
    await desk.glossator('tag', 'a.txt', 'X', '4', '7');
    const { later, tags } = desk.json(sidecar);
    assert.deepEqual([later, tags[0].mood], [true, { a: [1] }]);
  });

  it('writes through a link, keeps permissions, and refuses a read-only sidecar', async () => {
    desk.write('a.txt', 'one two');
    mkdirSync(desk.path('real'));
    symlinkSync('real/tags.json', desk.path(sidecar));
    await desk.glossator('tag', 'a.txt', 'X', '0', '3');
    assert.equal(desk.json('real/tags.json').tags.length, 1);
    chmodSync(desk.path('real/tags.json'), 0o444);
    const { code, err } = await desk.glossator('tag', 'a.txt', 'X', '4', '7');
    assert.equal(code, 2);
    assert.match(err, /The file is read-only\. Allow writing to it and try again\.\n$/);
    assert.equal(desk.json('real/tags.json').tags.length, 1);
  });

  it('prints a stack trace only where it is asked for', async () => {
    assert.doesNotMatch((await desk.glossator('tag', 'none.txt', 'X', '0', '1')).err, /\n\s+at /);
    assert.match(
      (await desk.glossator('tag', 'none.txt', 'X', '0', '1', '--verbose')).err,
      /\n\s+at /,
    );
  });
});

describe('glossator resolve', () => {
  /** A text with four tags, and the text as somebody else left it. */
  async function edited(): Promise<string[]> {
    desk.write('a.txt', 'Zero here. One two three, said the man; four five six. Seven went away.');
    const ids: string[] = [];
    for (const [start, end] of [
      [0, 4],
      [11, 14],
      [40, 49],
      [55, 60],
    ]) {
      ids.push((await desk.glossator('tag', 'a.txt', 'N', String(start), String(end))).out.trim());
    }
    desk.write('a.txt', 'Zero here. And One two three, said the man; four fife six.');
    return ids;
  }

  it('says what became of each tag', async () => {
    const [zero, one, four, seven] = await edited();
    const before = desk.read(sidecar);
    const { code, out } = await desk.glossator('resolve', 'a.txt', '--json');
    assert.equal(code, 0);
    const found = Object.fromEntries(
      JSON.parse(out).map(({ id, ...rest }: { id: string }) => [id, rest]),
    );
    assert.deepEqual(found[zero], { status: 'exact', start: 0, end: 4 });
    assert.deepEqual(found[one], { status: 'moved', start: 15, end: 18 });
    assert.deepEqual(found[four], { status: 'changed', start: 44, end: 53 });
    assert.equal(found[seven].status, 'lost');
    assert.equal(desk.read(sidecar), before);
  });

  it('stores the new offsets with --write, once', async () => {
    await edited();
    await desk.glossator('resolve', 'a.txt', '--write');
    const after = desk.read(sidecar);
    assert.deepEqual(
      desk
        .json(sidecar)
        .tags.map(({ quote, start }: { quote: string; start: number }) => [quote, start]),
      [
        ['Zero', 0],
        ['One', 15],
        ['four five', 44],
        ['Seven', 58],
      ],
    );
    const again = await desk.glossator('resolve', 'a.txt', '--write');
    assert.match(again.out, /^exact {4}\S+ {2}N {2}15–18 {2}“One”$/m);
    assert.match(again.out, /^changed /m);
    assert.match(again.out, /^lost /m);
    assert.equal(desk.read(sidecar), after);
  });

  it('names a sidecar that cannot be read, and goes on with the others', async () => {
    await edited();
    desk.write('a.txt.bob.tags.json', '[]');
    const { code, out, err } = await desk.glossator('resolve', 'a.txt', '--json');
    assert.equal(code, 2);
    assert.equal(JSON.parse(out).length, 4);
    assert.match(err, /^glossator: a\.txt\.bob\.tags\.json:1:1: A sidecar is a JSON object\.\n$/);
  });
});

describe('glossator diff', () => {
  it('ends with 0 for the same tags, with 1 and a line a change for others', async () => {
    desk.write('a.txt', 'one two');
    const id = (await desk.glossator('tag', 'a.txt', 'X', '0', '3')).out.trim();
    const before = desk.read(sidecar);
    desk.write('before', before);
    const { value } = parseSidecar(before);
    assert.deepEqual(await desk.glossator('diff', 'before', sidecar), {
      code: 0,
      out: '',
      err: '',
    });
    await desk.glossator('tag', 'a.txt', 'Y', '4', '7');
    desk.write(sidecar, desk.read(sidecar).replace('"label": "X"', '"label": "Z"'));
    const { code, out } = await desk.glossator('diff', 'before', sidecar);
    assert.equal(code, 1);
    assert.match(
      out,
      new RegExp(
        `^~ X {2}“one” {2}\\[${id}\\] {2}label: "X" ⇒ "Z"\\n\\+ Y {2}“two” {2}\\[\\S{8}\\]\\n$`,
      ),
    );
    assert.equal(value?.tags.length, 1);
  });
});
