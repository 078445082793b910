/** Writing TEI, and reading what was written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { body, read, shown, standOff, write } from './documents.ts';

test('tags that nest are elements of the text, which is as it was', () => {
  const { files, losses } = write('😀 Ann\tLee & <b>\r won\n\n 1st ', [
    { id: 'outerAAA', label: 'EVENT', start: 3, end: 21 },
    { id: 'nameAAAA', label: 'PER', start: 3, end: 10, entity: 'ann-lee', by: 'Ben O.' },
    { id: 'eventAAA', label: 'EVENT', start: 24, end: 27, entity: '1st' },
  ]);
  assert.deepEqual(losses, []);
  assert.equal(files[0].path, 'b/a.xml');
  assert.equal(
    body(files[0].content),
    '😀 <seg xml:id="t.outerAAA" type="EVENT"><persName xml:id="t.nameAAAA" ref="#ann-lee" resp="#resp.1">Ann\tLee</persName> &amp; &lt;b&gt;&#13; won</seg>\n\n <rs xml:id="t.eventAAA" type="EVENT" ref="#e.2">1st</rs> ',
  );
  assert.deepEqual(standOff(files[0].content), [
    '<listPerson>',
    '<person xml:id="ann-lee">',
    '<persName>Ann Lee</persName>',
    '<persName type="alias">Ann</persName>',
    '</person>',
    '</listPerson>',
    '<list type="entities">',
    '<item xml:id="e.2" n="1st">',
    '<name type="EVENT">First</name>',
    '<idno type="URL">https://x.org/1</idno>',
    '</item>',
    '</list>',
  ]);
  assert.ok(
    files[0].content.includes(
      '<respStmt xml:id="resp.1"><resp>annotation</resp><name>Ben O.</name></respStmt>',
    ),
  );
});

test('tags that cross, have gaps, no text, or were rejected stand apart', () => {
  const { files, losses } = write('one two three', [
    { id: 'tagAAAAA', label: 'PER', start: 0, end: 7 },
    { id: 'crossAAA', label: 'LOC', start: 4, end: 13, entity: 'nobody', note: 'a  b' },
    {
      id: 'gapAAAAA',
      label: 'x',
      start: 0,
      end: 13,
      fragments: [
        [0, 3],
        [8, 13],
      ],
      attributes: { n: 1, sure: true, kind: 'a<b' },
    },
    { id: 'emptyAAA', label: 'x', start: 13, end: 13 },
    { id: 'rejectAA', label: 'PER', start: 4, end: 7, status: 'rejected' },
  ]);
  assert.deepEqual(losses, []);
  assert.equal(
    body(files[0].content),
    '<anchor xml:id="a.1"/><persName xml:id="t.tagAAAAA">one<anchor xml:id="a.2"/> <anchor xml:id="a.5"/>two</persName><anchor xml:id="a.6"/> <anchor xml:id="a.3"/>three<anchor xml:id="a.4"/>',
  );
  assert.deepEqual(standOff(files[0].content), [
    '<spanGrp type="tags">',
    '<span xml:id="t.gapAAAAA" type="x" ana="#fs.1" target="#t.gapAAAAA.1 #t.gapAAAAA.2"/>',
    '<span xml:id="t.gapAAAAA.1" from="#a.1" to="#a.2"/>',
    '<span xml:id="t.gapAAAAA.2" from="#a.3" to="#a.4"/>',
    '<span xml:id="t.crossAAA" type="LOC" ana="#fs.3" from="#a.5" to="#a.4"/>',
    '<span xml:id="t.emptyAAA" type="x" from="#a.4" to="#a.4"/>',
    '</spanGrp>',
    '<spanGrp type="rejected">',
    '<span xml:id="t.rejectAA" type="PER" ana="#fs.2" from="#a.5" to="#a.6"/>',
    '</spanGrp>',
    '<fs xml:id="fs.1" type="attributes"><f name="n"><numeric value="1"/></f><f name="sure"><binary value="true"/></f><f name="kind"><string>a&lt;b</string></f></fs>',
    '<fs xml:id="fs.2" type="annotation"><f name="status"><string>rejected</string></f></fs>',
    '<fs xml:id="fs.3" type="annotation"><f name="entity"><string>nobody</string></f></fs>',
    '<listAnnotation>',
    '<note target="#t.crossAAA" xml:space="preserve">a  b</note>',
    '</listAnnotation>',
  ]);
  assert.deepEqual(shown(read(files[0].content)), [
    [
      ['PER', 'one two'],
      ['x', 'one…three', { attributes: { n: 1, sure: true, kind: 'a<b' } }],
      ['LOC', 'two three', { entity: 'nobody', note: 'a  b' }],
      ['x', ''],
      ['PER', 'two', { status: 'rejected' }],
    ],
  ]);
});

test('characters that XML forbids come back, and offsets stay right', () => {
  const text = 'a\u0000b\u001b[1m\ufffe Ann';
  const { files } = write(text, [
    { id: 'tagAAAAA', label: 'PER', start: 1, end: 4, note: 'bell \u0007' },
  ]);
  assert.equal(
    body(files[0].content),
    'a<persName xml:id="t.tagAAAAA"><g n="U+0000"/>b<g n="U+001B"/></persName>[1m<g n="U+FFFE"/> Ann',
  );
  const { texts } = read(files[0].content);
  assert.equal(texts[0].text, text);
  assert.deepEqual([texts[0].tags[0].start, texts[0].tags[0].end], [1, 4]);
  assert.equal(texts[0].tags[0].note, 'bell \u0007');
});

test('a label or entity that XML cannot hold is changed or left out, and counted', () => {
  const { files, losses } = write('a', [
    {
      id: 'tagAAAAA',
      label: 'x\u0001',
      start: 0,
      end: 1,
      entity: '\u0001',
      attributes: { 'a b': 1 },
    },
  ]);
  assert.deepEqual(
    losses.map(({ what, count }) => [what, count]),
    [
      ['title', 1],
      ['entity', 1],
      ['attributes', 1],
    ],
  );
  assert.deepEqual(shown(read(files[0].content)), [[['x_', 'a']]]);
});

test('any text comes back to the unit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      const text = source.replace(/^\ufeff+/, '').replace(/\r\n?/g, '\n');
      const { files } = write(text, []);
      const [back] = read(files[0].content).texts;
      assert.equal(back.text, text);
    }),
  );
  assert.equal(read(write('', []).files[0].content).texts[0].text, '');
});

test('relations, labels and attributes of the text', () => {
  const { files } = write(
    'a b',
    [
      { id: 'tagAAAAA', label: 'PER', start: 0, end: 1 },
      { id: 'tagBBBBB', label: 'ORG', start: 2, end: 3 },
    ],
    [{ id: 'relAAAAA', label: 'member-of', from: 'tagAAAAA', to: 'tagBBBBB' }],
    { labels: ['local news'], attributes: { year: 2020, draft: false } },
  );
  assert.ok(
    files[0].content.includes(
      '<relation xml:id="r.relAAAAA" name="member-of" active="#t.tagAAAAA" passive="#t.tagBBBBB"/>',
    ),
  );
  const { texts, tagset } = read(files[0].content);
  assert.deepEqual(texts[0].relations, [
    { label: 'member-of', from: 'tagAAAAA', to: 'tagBBBBB', id: 'relAAAAA' },
  ]);
  assert.deepEqual(texts[0].document, {
    labels: ['local news'],
    attributes: { year: 2020, draft: false },
  });
  assert.deepEqual(tagset, {
    labels: [{ name: 'PER', title: 'Person' }, { name: 'EVENT' }],
    relations: [],
  });
});
