import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfiguration } from '../../../../server/src/core/corpus/configuration.ts';
import { parseConfiguration } from '../../../../server/src/core/corpus/parseConfiguration.ts';

/** The configuration in the source, which must hold nothing wrong. */
function clean(source: string) {
  const { value, problems } = parseConfiguration(source);
  assert.deepEqual(problems, []);
  assert.ok(value);
  return value;
}

/**
 * Reads a source in which ‹…› marks what is wrong; each of `says` is looked
 * for in the message of the problem at that place, in order.
 */
function faulty(marked: string, ...says: RegExp[]) {
  const spans: [number, number][] = [];
  let source = '';
  for (const piece of marked.split(/(?=[‹›])/)) {
    if (piece.startsWith('‹')) spans.push([source.length, -1]);
    if (piece.startsWith('›')) {
      const open = spans.findLast(([, end]) => end < 0);
      assert.ok(open);
      open[1] = source.length;
    }
    source += piece.replace(/^[‹›]/, '');
  }
  const { value, problems } = parseConfiguration(source);
  const places = problems.map(({ start, end }) => [start, end]);
  assert.deepEqual(places, spans, `${source}: ${JSON.stringify(problems)}`);
  assert.equal(problems.length, says.length);
  for (const [i, { message }] of problems.entries()) assert.match(message, says[i]);
  return value;
}

test('every key of a full configuration is read', () => {
  const value = clean(`{
    "$schema": "x",
    "labels": [
      {"name": "PER", "title": "Person", "colour": "blue", "key": "p", "description": "People"},
      {"name": "ROLE", "colour": "#3366CC", "parent": "PER", "attributes": [
        {"name": "kind", "type": "choice", "values": ["office", "rank"], "required": true},
        {"name": "sure", "type": "number", "description": "0 to 1"}
      ]}
    ],
    "relations": [{"name": "holds", "title": "holds the office", "from": ["PER"], "to": ["ROLE"]}],
    "languages": ["en-GB", "et"],
    "include": ["news/**/*.txt"],
    "exclude": ["drafts/"],
    "dates": {"news/": "path", "speech.txt": "2016-02-29"},
    "rules": {"entity/undefined": "off", "number/conflict": "warning"},
    "retext": ["retext-repeated-words", ["retext-readability", {"age": 18}]]
  }`);
  assert.deepEqual(JSON.parse(JSON.stringify(value)), {
    labels: [
      { name: 'PER', title: 'Person', colour: 'blue', key: 'p', description: 'People' },
      {
        name: 'ROLE',
        colour: '#3366CC',
        parent: 'PER',
        attributes: [
          { name: 'kind', type: 'choice', values: ['office', 'rank'], required: true },
          { name: 'sure', type: 'number', description: '0 to 1' },
        ],
      },
    ],
    relations: [{ name: 'holds', title: 'holds the office', from: ['PER'], to: ['ROLE'] }],
    languages: ['en', 'et'],
    include: ['news/**/*.txt'],
    exclude: ['drafts/'],
    dates: [
      ['news/', 'path'],
      ['speech.txt', '2016-02-29'],
    ],
    rules: { 'entity/undefined': 'off', 'number/conflict': 'warning' },
    retext: ['retext-repeated-words', ['retext-readability', { age: 18 }]],
  });
});

test('an empty object means the defaults, an empty tagset means no labels', () => {
  assert.deepEqual(clean('{}'), defaultConfiguration);
  assert.deepEqual(clean('{"labels": []}').labels, []);
});

test('a key that is not known is reported with the one meant, and the rest is used', () => {
  const value = faulty(
    '{‹"label"›: [], "labels": [{"name": "A", ‹"color"›: "red"}], ‹"zzz"›: 1}',
    /“label” is no key of glossator\.json\. Did you mean “labels”/,
    /“color” is no key of a label\. Did you mean “colour”/,
    /“zzz” is no key of glossator\.json\. The keys are \$schema, labels/,
  );
  assert.deepEqual(
    value?.labels.map(({ name }) => name),
    ['A'],
  );
});

test('a key that stands twice is reported, and the first one counts', () => {
  const value = faulty('{"languages": ["et"], ‹"languages"›: ["en"]}', /stands twice/);
  assert.deepEqual(value?.languages, ['et']);
});

test('wrong types are reported where they stand, and have their defaults', () => {
  const value = faulty(
    '{"labels": ‹{}›, "languages": ‹"et"›, "include": [‹7›], "rules": ‹[]›, "retext": ‹true›}',
    /“labels” must be a list of objects/,
    /“languages” must be a list of language codes/,
    /A pattern must be a text/,
    /“rules” must be an object/,
    /“retext” must be a list/,
  );
  assert.deepEqual(value, defaultConfiguration);
});

test('labels need a name of their own', () => {
  const value = faulty(
    '{"labels": [‹{"title": "x"}›, {"name": ‹" "›}, ‹7›, {"name": "A"}, {"name": ‹"A"›, "key": "q"}]}',
    /a label without a “name”/,
    /“name” of a label must be a text/,
    /must be a label/,
    /another label “A”/,
  );
  assert.equal(value?.labels.length, 1);
  assert.equal(value?.labels[0].key, undefined);
});

test('white space in a name is reported, and the label is kept so that its tags have a colour', () => {
  const value = faulty(
    String.raw`{"labels": [{"name": ‹"Head of state"›}, {"name": ‹"A\u0000"›}]}`,
    /“Head_of_state”.*“title”/,
    /white space/,
  );
  assert.equal(value?.labels[0].name, 'Head of state');
});

test('a colour is of the palette or #rrggbb', () => {
  const value = faulty(
    '{"labels": [{"name": "A", "colour": ‹"bleu"›}, {"name": "B", "colour": ‹"#abc"›}, {"name": "C", "colour": ‹3›}]}',
    /blue, orange.*Did you mean “blue”/,
    /like "#3366cc"/,
    /like "#3366cc"/,
  );
  assert.deepEqual(
    value?.labels.map(({ colour }) => colour),
    [undefined, undefined, undefined],
  );
});

test('a key is one of a to z and 0 to 9, and gives one label', () => {
  const value = faulty(
    '{"labels": [{"name": "A", "key": ‹"P"›}, {"name": "B", "key": "1"}, {"name": "C", "key": ‹"1"›}, {"name": "D", "key": ‹"pp"›}]}',
    /a to z and 0 to 9/,
    /The key “1” already gives “B”/,
    /a to z and 0 to 9/,
  );
  assert.deepEqual(
    value?.labels.map(({ key }) => key),
    [undefined, '1', undefined, undefined],
  );
});

test('a parent is another label, and nobody is their own ancestor', () => {
  const value = faulty(
    '{"labels": [{"name": "A", "parent": ‹"B"›}, {"name": "B", "parent": "A"}, {"name": "C", "parent": ‹"C"›}, {"name": "DOG", "parent": ‹"DGO"›}]}',
    /“A” would be a kind of itself/,
    /“C” would be a kind of itself/,
    /no label “DGO”\. Did you mean “DOG”/,
  );
  assert.deepEqual(
    value?.labels.map(({ parent }) => parent),
    [undefined, 'A', undefined, undefined],
  );
});

test('attributes have a type, and a choice has values', () => {
  const value = faulty(
    `{"labels": [{"name": "A", "attributes": [
      {"name": "a", "type": ‹"text"›}, ‹{"name": "b"}›, ‹{"name": "c", "type": "choice"}›,
      ‹{"name": "d", "type": "choice", "values": []}›, ‹{"name": "e", "type": "number", "values": ["1"]}›,
      {"name": "f", "type": "boolean", "required": ‹"yes"›}]}]}`,
    /“type” of an attribute must be one of string, number, boolean, choice/,
    /“b” needs a “type”/,
    /“c” needs “values”/,
    /“d” needs “values”/,
    /Only a choice has “values”/,
    /must be true or false/,
  );
  assert.deepEqual(
    value?.labels[0].attributes?.map(({ type }) => type),
    ['string', 'string', 'string', 'string', 'number', 'boolean'],
  );
});

test('relations lie between labels of the tagset', () => {
  const value = faulty(
    '{"labels": [{"name": "PER"}], "relations": [{"name": "r", "from": ["PER", ‹"PRE"›], "to": ‹"PER"›}]}',
    /no label “PRE”\. Did you mean “PER”/,
    /must be a list of label names/,
  );
  assert.deepEqual(value?.relations[0].from, ['PER']);
});

test('rules have codes and severities that exist', () => {
  const value = faulty(
    '{"rules": {‹"entity/undefind"›: "off", "number/conflict": ‹"warn"›, "tag/lost": "error", ‹"__proto__"›: "off"}}',
    /Did you mean “entity\/undefined”/,
    /one of off, hint, info, warning, error/,
    /“__proto__” is no key of “rules”/,
  );
  assert.deepEqual(value?.rules, { 'tag/lost': 'error' });
});

test('languages that there are no rules for are named', () => {
  const value = faulty('{"languages": ["et", ‹"xx"›, ‹5›]}', /no rules for this/, /en, et/);
  assert.deepEqual(value?.languages, ['et']);
});

test('patterns that cannot work are left out, and no pattern at all means every text', () => {
  const value = faulty(
    '{"include": [‹"..\\\\x"›, "a/*.txt"], "exclude": [‹"!b"›]}'.replace('..', 'news'),
    /backslash/,
    /starts with !/,
  );
  assert.deepEqual(value?.include, ['a/*.txt']);
  assert.deepEqual(faulty('{"include": ‹[]›}', /no text at all/)?.include, ['**/*.txt']);
  const many = `[${Array(51).fill('"a"').join(', ')}, "b"]`;
  const { value: cut, problems } = parseConfiguration(`{"exclude": ${many}}`);
  assert.equal(cut?.exclude.length, 50);
  assert.equal(problems.length, 1);
});

test('retext plugins are names, with options where wanted', () => {
  const value = faulty(
    '{"retext": ["a", ‹""›, ‹["b"]›, ‹[7, {}]›, ["c", {"__proto__": 1}]]}',
    /must be a text/,
    /\["its name", \{"option": true\}\]/,
    /\["its name", \{"option": true\}\]/,
  );
  assert.equal(value?.retext.length, 3);
  const options = Object(value?.retext[2])[1];
  assert.ok(Object.hasOwn(options, '__proto__'));
});

test('what is no JSON is reported once, and what can be read is kept', () => {
  const labels = (source: string) => {
    const { value, problems } = parseConfiguration(source);
    assert.equal(problems.length, 1, source);
    return { names: value?.labels.map(({ name }) => name), message: problems[0].message };
  };
  assert.deepEqual(labels('{"labels": [{"name": "A"},]}').names, ['A']);
  assert.deepEqual(labels('{"labels": [{"name": "A"}').names, ['A']);
  const comment = labels('{/* mine */ "labels": [{"name": "A"}]}');
  assert.deepEqual(comment.names, ['A']);
  assert.match(comment.message, /knows no comments/);
  for (const source of ['', ' \n', '[]', '7', '"x"', 'null', '{'.repeat(100_000), '['.repeat(65)]) {
    const { value, problems } = parseConfiguration(source);
    assert.equal(value === null || source.startsWith('{'), true, source.slice(0, 9));
    assert.equal(problems.length, 1, source.slice(0, 9));
  }
  assert.match(parseConfiguration('').problems[0].message, /empty/);
  assert.match(parseConfiguration('['.repeat(9999)).problems[0].message, /nests deeper than 64/);
});

test('a byte-order mark and CRLF are no fault, and offsets count them', () => {
  const source = '\uFEFF{\r\n  "labels": [],\r\n  "zzz": 1\r\n}\r\n';
  const { value, problems } = parseConfiguration(source);
  assert.deepEqual(value?.labels, []);
  assert.deepEqual(
    problems.map(({ start, end }) => source.slice(start, end)),
    ['"zzz"'],
  );
});

test('a date that is no day of the calendar, and a pattern with a fault, are left out of “dates”', () => {
  const value = faulty(
    '{"dates": {"a.txt": ‹"2015-02-29"›, "b.txt": ‹"19.11.2014"›, ‹"!c"›: "path", "d.txt": ‹7›, "e.txt": "2014-11-19"}}',
    /Write the day as in "2014-11-19", or "path"/,
    /Write the day as in/,
    /starts with !/,
    /When a text was written must be/,
  );
  assert.deepEqual(value?.dates, [['e.txt', '2014-11-19']]);
  faulty('{"dates": ‹["2014-11-19"]›}', /must be an object/);
});
