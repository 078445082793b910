import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { conflict } from '../../../../../server/src/core/rules/number/conflict.ts';
import { check, findingsOf } from '../check.ts';

describe('number/conflict', () => {
  it('marks another number of the same things in a sentence that tells the same', () => {
    const [found] = check(
      conflict,
      'The blast killed 34 people in Aleppo on Monday.\n\nOfficials said ‹|43|› people were killed in the Aleppo blast.',
    );
    assert.equal(
      found.message,
      '“43 people” here, “34 people” before in much the same words; see whether both are right.',
    );
    assert.deepEqual(
      found.related?.map(({ start, message }) => [start, message]),
      [[17, '“34 people” here']],
    );
  });

  it('does so across the endings of words', () => {
    check(
      conflict,
      'Plahvatuses hukkus 34 inimest. Ametnike sõnul on hukkunuid ‹|43|› inimest, plahvatus oli võimas.',
      { language: et },
    );
  });

  it('says nothing of the same number, of a subset or of another group', () => {
    check(conflict, 'Syria destroyed 160 militants. In Syria, 160 militants were destroyed.');
    check(
      conflict,
      'From Russia went 2719 Russian citizens, 160 of them were destroyed. Another 36 are under arrest.',
    );
    check(conflict, 'The blast killed 34 people. A week later 200 people came to the funeral.');
  });

  it('says nothing of numbers with a hedge', () => {
    check(
      conflict,
      'The blast killed more than 30 people in Aleppo. The blast killed 34 people in Aleppo.',
    );
    check(conflict, 'The blast killed 34 people in Aleppo, then up to 40 people in Aleppo blasts.');
  });

  it('says nothing of numbers in one sentence', () => {
    check(
      conflict,
      'The blast killed 34 people in Aleppo, the second blast killed 12 people there.',
    );
  });

  it('says nothing of other places and years', () => {
    check(conflict, 'The blast killed 34 people in Aleppo. The blast killed 12 people in Homs.');
    check(conflict, 'The floods killed 34 people in 2014. The floods killed 12 people in 2015.');
  });

  it('is no flood', () => {
    const sentences = Array.from(
      { length: 500 },
      (_, i) => `The blast killed ${i + 2} people in Aleppo.`,
    );
    assert.equal(findingsOf(conflict, sentences.join(' ')).length, 5);
  });
});

describe('number/conflict across texts', () => {
  const other = 'A week has passed.\n\nThe blast in Aleppo killed 34 people, officials said.';

  it('marks a number that another text gives otherwise of the same things and entity', () => {
    const [found] = check(
      conflict,
      'According to officials, ‹|43|› people were killed in the Aleppo blast.',
      { others: ['Nothing happened.', other] },
    );
    assert.equal(
      found.message,
      '“43 people” here, “34 people” in text 2.txt in much the same words; see whether both are right.',
    );
    const start = other.indexOf('34');
    assert.deepEqual(found.related, [
      { file: 'text 2.txt', start, end: start + 2, message: '“34 people” here' },
    ]);
  });

  it('knows an entity under its names', () => {
    const entities = [
      { id: 'is', type: 'ORG', name: 'Islamic State', aliases: ['Daesh'] },
    ] as const;
    const text = 'The airstrike destroyed ‹|12|› oil trucks of Daesh near the border.';
    const others = ['An airstrike destroyed 21 oil trucks of Islamic State near the border.'];
    check(conflict, text, { entities, others });
    check(conflict, text.replaceAll(/‹\||\|›/g, ''), { others });
  });

  it('does so in Estonian', () => {
    check(conflict, 'Aleppo plahvatuses hukkus ametnike sõnul ‹|43|› inimest.', {
      language: et,
      others: ['Ametnikud teatasid, et plahvatuses hukkus Aleppos 34 inimest.'],
    });
  });

  const silent: Record<string, string> = {
    'the same number': 'Officials said the blast in Aleppo killed 34 people.',
    'another place': 'Officials said the blast in Homs killed 43 people.',
    'no entity': 'Officials said the blast killed 43 people.',
    'other things': 'Officials said the blast in Aleppo destroyed 43 houses.',
    'another story': 'Officials brought 43 people from Aleppo to the coast for holidays.',
    'a hedge': 'Officials said the blast in Aleppo killed more than 40 people.',
    'a range': 'Officials said the blast in Aleppo killed 40 to 45 people.',
    'a vague number': 'Officials said the blast in Aleppo killed dozens of people.',
    'a rounded number': 'Officials said the blast in Aleppo killed 30 people.',
    'a text that has both numbers':
      'The blast in Aleppo killed 34 people. The next day 43 people were buried.',
  };
  for (const [what, text] of Object.entries(silent)) {
    it(`says nothing of ${what}`, () => {
      check(conflict, text, { others: [other] });
    });
  }

  it('says nothing of another day or year', () => {
    check(conflict, 'On 4 March 2014 a blast in Aleppo killed 43 people.', {
      others: ['On 3 March 2014 a blast in Aleppo killed 34 people.'],
    });
    check(conflict, 'In 2014 the floods in Aleppo killed 43 people.', {
      others: ['In 2015 the floods in Aleppo killed 34 people.'],
    });
  });

  it('says nothing where each sentence names what the other does not', () => {
    check(conflict, 'Officials in Aleppo said a blast on the road to Homs killed 43 people.', {
      others: ['Officials in Aleppo said a blast on the road to Idlib killed 34 people.'],
    });
  });

  it('says nothing where the other text has this number, too', () => {
    check(conflict, 'Officials said the blast in Aleppo killed 43 people.', {
      others: [`${other} Later the blast in Aleppo had killed 43 people, officials said.`],
    });
  });

  it('is no flood', () => {
    const sentence = (count: number) => `The blast in Aleppo killed ${count} people.`;
    const counts = Array.from({ length: 40 }, (_, at) => at + 11);
    check(conflict, sentence(99), { others: counts.map(sentence) });
    const events = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at).repeat(6));
    const story = (by: number) =>
      events.map((at, i) => `In Aleppo ${i + by} ${at} people were seen by the river.`).join(' ');
    assert.ok(findingsOf(conflict, story(101), { others: [story(211)] }).length <= 5);
  });
});
