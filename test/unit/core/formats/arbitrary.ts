import fc from 'fast-check';
import type { Entity } from '../../../../server/src/core/corpus/registry.ts';
import type { TextToWrite } from '../../../../server/src/core/formats/exported.ts';
import type { CorpusFacts } from '../../../../server/src/core/formats/format.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import { makeTag } from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import type { Sidecar, Tag } from '../../../../server/src/core/tags/model.ts';
import { sortTags } from '../../../../server/src/core/tags/serialise.ts';

/** What breaks offsets, columns, quoting and markup. */
const piece = fc.constantFrom(
  'Minister',
  'Sergey',
  'Shoigu',
  'e\u0301te\u0301',
  'Süürias',
  '1,5',
  'U.S.',
  'don’t',
  '😀',
  '👩‍👩‍👧',
  '中文字',
  'שלום',
  '<b>',
  '&amp;',
  '"',
  "'",
  '\\',
  '|',
  '#',
  '[1]',
  '*',
  '_',
  '(',
  ')',
  '-',
  'B-PER',
  '.',
  '. ',
  ', ',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '\n',
  '\n\n',
  '\n \n',
  '\u2028',
  '\u200b',
  '\u0085',
);

/** A canonical text. */
export const anyText = fc
  .array(piece, { maxLength: 24 })
  .map((pieces) => pieces.join(''))
  .filter((text) => !text.startsWith('\ufeff'));

const plainLabel = fc.constantFrom('PER', 'ORG', 'LOC', 'name-of', 'Event_1');
const anyLabel = fc.oneof(
  plainLabel,
  fc.constantFrom(
    'O',
    'B-LOC',
    'Kõne',
    'a.b',
    'x|y',
    '_',
    '*',
    '[1]',
    'T1',
    '<b>',
    '"q"',
    'a:b',
    'a=b',
    '#',
    '/x',
  ),
);

const plainValue = fc.oneof(
  fc.constantFrom('yes', 'High', 'a-b', 'Süüria'),
  fc.boolean(),
  fc.integer({ min: -1000, max: 1000 }),
);
const anyValue = fc.oneof(
  plainValue,
  fc.constantFrom(
    '',
    ' ',
    'two words',
    'a\tb',
    'a\nb',
    'true',
    '7',
    '😀',
    '<&>',
    '"',
    '|',
    '_',
    '*',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
);
const anyNote = fc.oneof(
  fc.constantFrom('see also p. 3', 'two\nlines', 'a\tb', ' ', '😀 “q” <x> & | # \\n'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((note) => !/\r/.test(note)),
);

const entities: readonly Entity[] = [
  { id: 'sergei-shoigu', type: 'PER', name: 'Sergei Shoigu', aliases: ['Shoigu'] },
  {
    id: 'syria',
    type: 'LOC',
    name: 'Syria',
    aliases: ['Süüria'],
    description: 'A country',
    sameAs: ['https://www.wikidata.org/wiki/Q858'],
  },
];

/** The corpus that the texts below belong to. */
export const corpus: CorpusFacts = {
  tagset: {
    labels: [
      { name: 'PER', title: 'Person', colour: 'blue', key: 'p' },
      { name: 'ORG', title: 'Organisation', colour: '#c4302b' },
      {
        name: 'LOC',
        title: 'Place',
        attributes: [{ name: 'kind', type: 'choice', values: ['yes', 'High'] }],
      },
    ],
    relations: [{ name: 'member-of', from: ['PER'], to: ['ORG'] }],
  },
  entities: new Map(entities.map((entity) => [entity.id, entity])),
};

/** An offset that cuts no surrogate pair. */
function placeIn(text: string): fc.Arbitrary<number> {
  return fc.nat(text.length).map((at) => {
    const low = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    return low ? at - 1 : at;
  });
}

function tagIn(text: string, id: string, plain: boolean): fc.Arbitrary<Tag> {
  const place = placeIn(text);
  return fc
    .record(
      {
        places: fc.tuple(place, place, place, place),
        label: plain ? plainLabel : anyLabel,
        pieces: fc.constant(true),
        entity: fc.constantFrom(...entities.map(({ id: entity }) => entity)),
        attributes: fc.dictionary(
          fc.constantFrom('kind', 'sure', 'role-of', 'x_1'),
          plain ? plainValue : anyValue,
          { minKeys: 1, maxKeys: 3 },
        ),
        note: plain ? fc.constantFrom('see also p. 3', 'why?') : anyNote,
        by: fc.constantFrom('ann', 'Ben O.', 'model x/y'),
        at: fc.constantFrom('2026-11-25T12:00:00Z', '2026-11-25T12:00:00.123Z'),
        status: fc.constantFrom('suggested', 'rejected'),
      },
      { requiredKeys: ['places', 'label'] },
    )
    .map(({ places, pieces, ...rest }) => {
      const [a, b, c, d] = [...places].sort((x, y) => x - y);
      const gap = pieces && a < b && b < c && c < d;
      const fragments = gap
        ? ([
            [a, b],
            [c, d],
          ] as const)
        : undefined;
      return makeTag({ id, start: a, end: gap ? d : b, fragments, ...rest }, text);
    });
}

/** Whether a tag's pieces begin and end with words, and more than white space parts them. */
function ofWords({ start, end, fragments = [[start, end]] }: Tag, text: string): boolean {
  const inked = ([from, to]: readonly [number, number]) =>
    /^[^\s\p{Cc}](?:.*[^\s\p{Cc}])?$/su.test(text.slice(from, to));
  const gaps = fragments.slice(1).map(([from], i) => text.slice(fragments[i][1], from));
  return fragments.every(inked) && gaps.every((gap) => /[^\s\p{Cc}]/u.test(gap));
}

/**
 * A text with tags of every kind.
 * @param plain without what only an odd corpus has: marks in labels, line ends in notes, white
 * space at the ends of tags
 */
export function anyTagged(file: string, plain = false): fc.Arbitrary<TextToWrite> {
  return anyText.chain((text) => {
    const ids = ['q3Zk81Xw', 'a-_bc123', '0fGh45Jk', 'Zz9yXx8w', 'mnopqrst'];
    const tags = fc
      .nat(ids.length)
      .chain((count) => fc.tuple(...ids.slice(0, count).map((id) => tagIn(text, id, plain))))
      .map((made) => made.filter((tag) => !plain || ofWords(tag, text)));
    return tags.chain((made) => {
      const end = fc.constantFrom(...(made.length > 0 ? made.map(({ id }) => id) : ['']));
      const relations = fc
        .uniqueArray(fc.tuple(fc.constantFrom('member-of', 'near'), end, end), {
          maxLength: made.length > 1 ? 3 : 0,
          selector: (relation) => relation.join(),
        })
        .map((rows) =>
          rows
            .filter(([, from, to]) => from !== to)
            .map(([label, from, to], i) => ({ id: `rel0000${i}`, label, from, to })),
        );
      const document = fc.record({
        labels: fc.uniqueArray(fc.constantFrom('news', 'sport'), { maxLength: 2 }),
        attributes: fc.dictionary(fc.constantFrom('source', 'year'), plainValue, { maxKeys: 2 }),
      });
      return fc.tuple(relations, document).map(([related, said]): TextToWrite => {
        const sidecar: Sidecar = {
          text: fingerprintOf(text),
          document: said,
          tags: sortTags(made),
          relations: related,
        };
        return { file, text, language: en, sidecar, placed: anchorTags(sidecar, text) };
      });
    });
  });
}
