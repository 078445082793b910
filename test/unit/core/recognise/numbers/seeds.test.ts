import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { numbersOf } from './numbers.ts';

const seeds = new URL('../../../../../samples/seeds/', import.meta.url);

/** Every number of the sample texts that a careful reader marks, in order: what stands there, its kind and its value. */
const expected: readonly (readonly [file: string, language: string, numbers: readonly string[]])[] =
  [
    [
      '000_5c454f63fb3e0dfe.txt',
      'en',
      [
        '160 | cardinal | 160 | of militants',
        '160 | cardinal | 160 | of militants',
        'November 19 | date | XXXX-11-19',
        '160 | cardinal | 160 | of gunmen',
        '25 thousand | cardinal | 25000 | more than | of foreign terrorists',
        '2719 | cardinal | 2719 | of Russian citizens',
        '160 | cardinal | 160',
        '73 | cardinal | 73',
        '36 | cardinal | 36',
        'article 51 | identifier | article 51',
        '650 | cardinal | 650 | of cases',
        '7th | ordinal | 7',
        'thousands | vague | [2000,999000]',
      ],
    ],
    [
      '001_245da891d738f4bc.txt',
      'en',
      [
        'Wednesday, 04 April 2018 10:30 | date | 2018-04-04T10:30',
        'first | ordinal | 1',
        '2003 | date | 2003',
        'second | ordinal | 2',
        '29 September 2018 | date | 2018-09-29',
        'September 28 | date | XXXX-09-28',
        '30 July 2018 | date | 2018-07-30',
        'July 30 | date | XXXX-07-30',
        '11 September 2018 | date | 2018-09-11',
        'First | ordinal | 1',
        '+91-81-3030-0551 | phone | +918130300551',
        '110021 | identifier | 110021',
        '(91-11) 2611-0640/41/42 | phone | +911126110640',
        '(91-11) 2687 38 02 | phone | +911126873802',
        '(91-11) 2687 37 99 | phone | +911126873799',
      ],
    ],
    [
      '002_9f77b97cff9770ad.txt',
      'et',
      [
        '2017-10 | date | 2017-10',
        '16 | cardinal | 16 | of välikomandöri',
        '400 | cardinal | 400 | rohkem kui | of äärmuslast',
        'neljapäeval | date | neljapäeval',
        'sel nädalal | date | sel nädalal',
      ],
    ],
    [
      '003_2fe8f3eb97d82892.txt',
      'en',
      [
        'hundreds | vague | [200,999] | of terrorists',
        'Friday | date | Friday',
        'hundreds | vague | [200,999] | of operation centers',
        'hundreds | vague | [200,999] | of terrorists',
        '7,000 | cardinal | 7000 | up to | of CIS nationals',
        '5,000 to 7,000 | range | [5000,7000] | of nationals',
        'between 5,000 and 7,000 | range | [5000,7000] | of descendants',
        'today | date | today',
        'One | cardinal | 1',
        '2020 | date | 2020',
        'First | ordinal | 1',
        '1,5 million | cardinal | 1500000 | more than | of followers',
      ],
    ],
    [
      '004_3497221ff54687dd.txt',
      'en',
      [
        'October 21 | date | XXXX-10-21',
        'Wednesday | date | Wednesday',
        'September 30 | date | XXXX-09-30',
        '50 | cardinal | 50 | over | of aircraft',
        'Su-24M | identifier | Su-24M',
        'Su-25SM | identifier | Su-25SM',
        'Su-34 | identifier | Su-34',
        'Hundreds | vague | [200,999] | of terrorist facilities',
        'October 7 | date | XXXX-10-07',
        'four | cardinal | 4 | of missile ships',
        '26 | cardinal | 26 | of Kalibr cruise missiles',
        'October 8 | date | XXXX-10-08',
        '200,000 | cardinal | 200000 | more than | of people',
        'millions | vague | [2000000,999000000]',
        '2011 | date | 2011',
        'Geneva-2 | identifier | Geneva-2',
        'January and February 2014 | date | 2014-01/2014-02',
      ],
    ],
  ];

describe('the numbers of the sample texts', () => {
  for (const [file, language, numbers] of expected)
    it(file, () => {
      const text = readFileSync(new URL(file, seeds), 'utf8');
      const found = numbersOf(text, language).map(({ start, end, kind, value, hedge, of }) =>
        [
          text.slice(start, end),
          kind,
          typeof value === 'string' ? value : JSON.stringify(value),
          ...(hedge === undefined ? [] : [hedge]),
          ...(of === undefined ? [] : [`of ${of}`]),
        ].join(' | '),
      );
      assert.deepEqual(found, numbers);
    });
});
