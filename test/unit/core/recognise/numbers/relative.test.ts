import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { datelineOf } from '../../../../../server/src/core/analysis/dateline.ts';
import { resolveRelative } from '../../../../../server/src/core/recognise/numbers/dates/relative.ts';
import { numbersOf } from './numbers.ts';

/** What the only number of a text means in one written on that day. */
function meant(text: string, today: string, code = 'en') {
  const found = numbersOf(text, code);
  assert.equal(found.length, 1);
  return resolveRelative(found[0], today).value;
}

describe('resolveRelative', () => {
  // 4 April 2018 was a Wednesday.
  const rows: readonly (readonly [text: string, value: string, code?: string])[] = [
    ['today', '2018-04-04'],
    ['yesterday', '2018-04-03'],
    ['said on Friday', '2018-03-30'],
    ['said on Wednesday', '2018-04-04'],
    ['last Wednesday', '2018-03-28'],
    ['next Friday', '2018-04-06'],
    ['this week', '2018-04-02/2018-04-08'],
    ['last month', '2018-03'],
    ['next year', '2019'],
    ['a year ago', '2017'],
    ['two weeks ago', '2018-03-21'],
    ['three days later', '2018-04-07'],
    ['neljapäeval', '2018-03-29', 'et'],
    ['sel nädalal', '2018-04-02/2018-04-08', 'et'],
    ['mullu', '2017', 'et'],
    ['вчера', '2018-04-03', 'ru'],
  ];
  for (const [text, value, code] of rows)
    it(`${text} is ${value}`, () => assert.equal(meant(text, '2018-04-04', code), value));

  it('crosses the ends of months and years', () => {
    assert.equal(meant('yesterday', '2016-03-01'), '2016-02-29');
    assert.equal(meant('last month', '2018-01-15'), '2017-12');
    assert.equal(meant('this week', '2019-01-01'), '2018-12-31/2019-01-06');
  });

  it('leaves alone what is not relative, what it cannot count, and a day it does not know', () => {
    assert.equal(meant('160 militants', '2018-04-04'), 160);
    assert.equal(meant('last summer', '2018-04-04'), 'last summer');
    assert.equal(meant('yesterday', '2018-04'), 'yesterday');
  });
});

describe('datelineOf', () => {
  const dateline = (text: string) => datelineOf(text, numbersOf(text, 'en'));

  it('is the first full date with a line to itself', () => {
    assert.equal(
      dateline('Press release\n\nWednesday, 04 April 2018 10:30\n\nThe Ministry'),
      '2018-04-04',
    );
    assert.equal(dateline('Published: 2018-04-04\nThe Ministry met.'), '2018-04-04');
  });

  it('is the date behind a place in capitals', () => {
    assert.equal(dateline('MOSCOW, November 19, 2015. In Syria, they destroyed'), '2015-11-19');
  });

  it('is no date of the running text, none without its year and no interval', () => {
    assert.equal(dateline('The conference that was held on 4 April 2018 in Moscow'), undefined);
    assert.equal(dateline('MOSCOW, November 19. In Syria'), undefined);
    assert.equal(dateline('4–6 May 2014\n'), undefined);
  });

  it('is not looked for far from the head', () => {
    assert.equal(dateline(`${'word '.repeat(300)}\n4 April 2018\n`), undefined);
  });
});
