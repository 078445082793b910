import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { en } from '../../../../server/src/core/languages/en.ts';
import { et } from '../../../../server/src/core/languages/et.ts';
import { ru } from '../../../../server/src/core/languages/ru.ts';
import type { Finding } from '../../../../server/src/core/rules/finding.ts';
import { rules } from '../../../../server/src/core/rules/index.ts';
import type { Span } from '../../../../server/src/core/span.ts';
import type { Tag } from '../../../../server/src/core/tags/model.ts';
import { findingsOf, type TestTag } from './check.ts';

const pieces = [
  ...['Baghdad', 'Bagdad', '“Islamic state” (IS)', '“Islamic State” (IG)', 'IS', 'CIS', 'Putin'],
  ...['Vladimir Putin', 'Süürias', 'Süüria', 'MOSCOW', 'in Moscow', '7,000', '1,5 million'],
  ...['9,000 to 7,000', '31 November 2015', '04/05/2018', 'Tuesday, 4 April 2018', '2018-13-04'],
  ...['The blast killed 34 people in Aleppo.', 'The blast killed 43 people in Aleppo.', 'said'],
  ...[
    '.',
    ',',
    '“',
    '”',
    '(',
    ')',
    '\n',
    '\n\n',
    '\u00a0',
    '’s',
    'anti-',
    '-i',
    '\u200f',
    '\ud83d',
  ],
  ...['👍🏽', '👨‍👩‍👧', 'e\u0301', 'שלום', '中国人民', 'ı', 'İ', 'ß'],
];
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 20, maxLength: 80 })
  .map((parts) => parts.join(' ').replace(/ \n/g, '\n'));

type Draft = typeof tag extends fc.Arbitrary<infer T> ? T : never;
const state = fc.constantFrom('exact', 'moved', 'changed', 'lost' as const);
const tag = fc.record({
  at: fc.nat(100),
  length: fc.nat(30),
  onName: fc.boolean(),
  label: fc.constantFrom('PER', 'ORG', 'LOC', 'NOPE'),
  attributes: fc.constantFrom<Tag['attributes'][]>(
    undefined,
    { sure: true },
    { sure: 'yes' },
    { other: 1 },
  ),
  entity: fc.constantFrom(undefined, 'putin', 'moscow', 'nobody'),
  layer: fc.constantFrom(undefined, 'ann'),
  review: fc.constantFrom(undefined, 'suggested', 'rejected' as const),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  state,
});
/** A tag on the next `Putin`, or on any stretch. */
function placed({ at, length, onName, ...rest }: Draft, source: string): TestTag {
  const name = onName ? source.indexOf('Putin', at) : -1;
  const start = name < 0 ? Math.min(at, source.length) : name;
  const words = source.slice(start, start + (name < 0 ? length : 5));
  return { ...rest, start, words };
}

const entities = [
  { id: 'putin', type: 'PER', name: 'Vladimir Putin', aliases: ['Putin'] },
  { id: 'moscow', type: 'LOC', name: 'Moscow', aliases: ['Putin'] },
];

/** Every span that a finding names. */
function spansOf({ start, end, related = [], fixes = [] }: Finding): Span[] {
  const places = fixes.flatMap((fix): readonly Span[] =>
    fix.kind === 'replace' ? fix.edits : fix.at ? [fix.at] : [],
  );
  return [{ start, end }, ...related, ...places];
}

const attributes = [{ name: 'sure', type: 'boolean' as const, required: true }];
const configuration = { labels: [{ name: 'PER', attributes }, { name: 'ORG' }, { name: 'LOC' }] };

describe('every rule', () => {
  for (const rule of rules) {
    it(`${rule.code} says one sentence, and names places of the text only`, () => {
      fc.assert(
        fc.property(
          text,
          fc.array(tag, { maxLength: 12 }),
          fc.constantFrom(en, et, ru),
          (source, drafts, language) => {
            const tags = drafts.map((draft) => placed(draft, source));
            const setting = { language, tags, entities, configuration };
            for (const finding of findingsOf(rule, source, setting)) {
              assert.match(finding.message, /^[^\n]*[.?]$/);
              for (const { start, end } of spansOf(finding)) {
                assert.ok(0 <= start && start <= end && end <= source.length, `${start}–${end}`);
              }
              for (const fix of finding.fixes ?? []) {
                assert.notEqual(fix.title, '');
                if (fix.kind !== 'replace') continue;
                for (const [at, { start }] of fix.edits.entries())
                  assert.ok(at === 0 || start >= fix.edits[at - 1].end, 'edits overlap');
              }
            }
          },
        ),
        { numRuns: 100 },
      );
    });

    it(`${rule.code} says nothing of an empty text`, () => {
      assert.deepEqual(findingsOf(rule, ''), []);
    });
  }
});
