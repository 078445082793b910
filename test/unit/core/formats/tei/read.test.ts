/** Reading TEI as other programs and editors write it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../../../server/src/core/formats/imported.ts';
import { document, read, shown } from './documents.ts';

test('an edition: lines, white space, readings, names, persons, notes', () => {
  const result = read(`<?xml version="1.0"?>
<!DOCTYPE TEI [ <!ENTITY aring2 "&#229;"> ]>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>T</title>
    <respStmt xml:id="ed"><resp>tagging</resp><name>Ann  Editor</name></respStmt>
  </titleStmt></fileDesc></teiHeader>
  <standOff><listPerson><person xml:id="p1">
    <persName>Rosa <surname>Luxemburg</surname></persName><persName>R. L.</persName>
    <idno type="URI">https://d-nb.info/gnd/118575503</idno><note>Politician</note>
  </person></listPerson></standOff>
  <text>
    <body>
      <div>
        <head>On   <placeName key="K1">Tartu</placeName></head>
        <p>😀 So <persName ref="#p1" type="full" cert="high" resp="#ed"> Rosa
           Luxem-<lb break="no"/>
           burg</persName> came<note>why?</note> to
           <choice><sic>Berlni</sic><corr>Berlin</corr></choice>.<lb/>
           <name type="ship">Aurora</name><rs type="person" ref="https://www.wikidata.org/wiki/Q1">he</rs>
           <date when="1919-01-15">today</date> <seg>x</seg></p>
        <lg><l>Mis&auml;</l><l>N&aring2;</l></lg>
        <table><row><cell>a</cell> <cell>b</cell></row></table>
      </div>
    </body>
  </text>
</TEI>`);
  assert.deepEqual(result.problems, []);
  assert.equal(
    result.texts[0].text,
    'On Tartu\n😀 So Rosa Luxem-burg came to Berlin.\nAurorahe today x\nMisä\nNå\na\tb\n',
  );
  assert.deepEqual(shown(result), [
    [
      ['LOC', 'Tartu', { entity: 'K1' }],
      [
        'PER',
        'Rosa Luxem-burg',
        { entity: 'p1', by: 'Ann Editor', attributes: { type: 'full', cert: 'high' } },
      ],
      ['ship', 'Aurora'],
      ['PER', 'he', { entity: 'Q1' }],
      ['DATE', 'today', { attributes: { when: '1919-01-15' } }],
    ],
  ]);
  assert.deepEqual(result.entities, [
    {
      id: 'p1',
      type: 'PER',
      name: 'Rosa Luxemburg',
      aliases: ['R. L.'],
      description: 'Politician',
      sameAs: ['https://d-nb.info/gnd/118575503'],
    },
    { id: 'K1', type: 'LOC', name: 'Tartu', aliases: [] },
    {
      id: 'Q1',
      type: 'PER',
      name: 'he',
      aliases: [],
      sameAs: ['https://www.wikidata.org/wiki/Q1'],
    },
  ]);
  // The other reading, the header, the segment without a type; the note.
  assert.deepEqual(result.losses, [
    { file: 'a.txt', what: 'other', count: 3 },
    { file: 'a.txt', what: 'note', count: 1 },
  ]);
});

test('stand-off markup of other programs: spans over words and between anchors, features, notes', () => {
  const result = read(`<TEI xmlns="http://www.tei-c.org/ns/1.0">
<text><body><p><w xml:id="w1">put</w> <w xml:id="w2">it</w> <w xml:id="w3">up</w><pc join="left">.</pc>
 <anchor xml:id="a"/>Then <anchor xml:id="b"/>go</p></body></text>
<standOff>
<spanGrp type="wordForm"><span xml:id="s" target="#w1 #w3" ana="#f"/><span from="#w2" to="#w2">PRON</span></spanGrp>
<spanGrp><span from="#a" to="#b">a longer remark</span><span from="#gone" to="#b"/></spanGrp>
<fs xml:id="f"><f name="lemma"> <string>put up</string> </f><f name="pos"><symbol value="VB"/></f><f name="many"><vColl/></f></fs>
<listAnnotation><note target="#s">phrasal</note><note target="#w1">about a word</note></listAnnotation>
<listRelation><relation name="before" active="#s" passive="#w1"/></listRelation>
</standOff></TEI>`);
  assert.equal(result.texts[0].text, 'put it up. Then go\n');
  assert.deepEqual(shown(result), [
    [
      ['wordForm', 'put…up', { attributes: { lemma: 'put up', pos: 'VB' }, note: 'phrasal' }],
      ['PRON', 'it'],
      ['SPAN', 'Then', { note: 'a longer remark' }],
    ],
  ]);
  // Three words, a mark, a span without its place; a feature of several values.
  assert.deepEqual(result.losses, [
    { file: 'a.txt', what: 'attributes', count: 1 },
    { file: 'a.txt', what: 'other', count: 5 },
    { file: 'a.txt', what: 'relations', count: 1 },
    { file: 'a.txt', what: 'note', count: 1 },
  ]);
});

test('pieces that point to each other are one tag', () => {
  const result = read(
    document(
      '<p><persName xml:id="i" part="I" next="#f">Ann</persName> or <persName xml:id="f" part="F" prev="#i">Lee</persName> <placeName part="Y">Tartu</placeName></p>',
    ),
  );
  assert.deepEqual(shown(result), [
    [
      ['PER', 'Ann…Lee'],
      ['LOC', 'Tartu', { attributes: { part: 'Y' } }],
    ],
  ]);
});

test('TEI P4 and a corpus of documents', () => {
  const result = read(
    `<!DOCTYPE TEI.2 PUBLIC "-//TEI P4//DTD Main//EN" "tei2.dtd">
<TEI.2><teiHeader/><text><body><p>A <name id="n1" type="place" key="tartu">Tartu</name> &nowhere;</p></body></text></TEI.2>`,
    '<teiCorpus><teiHeader/><TEI xml:id="one"><text><body><p>1</p></body></text></TEI><TEI><text><body><p>2</p></body></text></TEI></teiCorpus>',
  );
  assert.deepEqual(
    result.texts.map(({ file, text }) => [file, text]),
    [
      ['a.txt', 'A Tartu &nowhere;\n'],
      ['one.txt', '1\n'],
      ['b-2.txt', '2\n'],
    ],
  );
  assert.deepEqual(shown(result)[0], [['LOC', 'Tartu', { entity: 'tartu' }]]);
  assert.deepEqual(
    result.problems.map(({ path, message }) => `${path} ${message}`),
    [
      'a.xml The entity “&nowhere;” is not declared as text in this file; it is kept as it is written.',
    ],
  );
});

test('two files may call two persons by one id', () => {
  const of = (name: string) =>
    `<TEI><text><body><p><persName ref="#p1">X</persName></p></body><back><listPerson><person xml:id="p1"><persName>${name}</persName></person></listPerson></back></text></TEI>`;
  const result = read(of('Ann'), of('Bob'), of('Ann'));
  assert.deepEqual(
    result.texts.map(({ tags }) => tags[0].entity),
    ['p1', 'p1-2', 'p1'],
  );
  assert.deepEqual(
    result.entities?.map(({ id, name }) => [id, name]),
    [
      ['p1', 'Ann'],
      ['p1-2', 'Bob'],
    ],
  );
});

test('a file of records alone gives entities and no text', () => {
  const result = read(
    document('<listPlace><place xml:id="t"><placeName>Tartu</placeName></place></listPlace>'),
    document('<p>In <placeName ref="a.xml#t">town</placeName></p>'),
  );
  assert.deepEqual(
    result.texts.map(({ file, tags }) => [file, tags[0].entity]),
    [['b.txt', 't']],
  );
  assert.deepEqual(result.problems, []);
});

test('carriage returns that a file writes as references count', () => {
  const result = read(
    document('<ab xml:space="preserve">A&#13;\r\n<persName>Ann</persName>&#13;\n</ab>'),
  );
  assert.equal(result.texts[0].text, 'A\r\nAnn\r\n');
  const { text, sidecar } = imported(result.texts[0]);
  assert.equal(text, 'A\nAnn\n');
  assert.deepEqual([sidecar.tags[0].start, sidecar.tags[0].quote], [2, 'Ann']);
});

test('what is no TEI is said so, with the line', () => {
  const result = read('<TEI>\n<text><body>\n<p>a</text></TEI>', '<svg><text>a</text></svg>', '');
  assert.deepEqual(result.texts, []);
  assert.deepEqual(
    result.problems.map(({ path, line, message }) => `${path}:${line ?? ''} ${message}`),
    [
      'a.xml:3 This is no well-formed XML: Missing end tag for element p.',
      'c.xml:1 This is no well-formed XML: Root element is missing or invalid.',
      'b.xml: This XML holds no TEI text: there is no “text” element with a “body”.',
    ],
  );
  const deep = `${'<p>'.repeat(50_000)}${'</p>'.repeat(50_000)}`;
  assert.equal(read(document(deep)).problems.length, 1);
});
