import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { spellingVariant } from '../../../../../server/src/core/rules/entity/spellingVariant.ts';
import { check, findingsOf, fixed } from '../check.ts';

describe('entity/spelling-variant', () => {
  it('marks the rarer of two transliterations', () => {
    const [found] = check(
      spellingVariant,
      'They met in Baghdad. The centre in Baghdad is new. The centre in ‹|Bagdad|› is old.',
    );
    assert.equal(
      found.message,
      '“Bagdad” looks like another spelling of “Baghdad”, which this text has twice.',
    );
    assert.match(fixed(found, 'Write “Baghdad”'), /The centre in Baghdad is old\.$/);
    assert.deepEqual(
      found.related?.map(({ start }) => start),
      [12],
    );
  });

  it('takes the well-known spelling for the right one, and else the earlier one', () => {
    check(spellingVariant, 'They met in ‹|Bagdad|›. The centre in Baghdad is new.');
    check(spellingVariant, 'General Sergey Shoigu spoke. General ‹|Sergei Shoigu|› left.');
    check(spellingVariant, 'General Sergei Shoigu spoke. General ‹|Sergey Shoigu|› left.');
  });

  it('takes the registry’s spelling for the right one', () => {
    const entities = [{ id: 'shoigu', type: 'PER', name: 'Sergei Shoigu' }];
    check(
      spellingVariant,
      'General ‹|Sergey Shoigu|› spoke. General Sergey Shoigu left. General Sergei Shoigu slept.',
      { entities },
    );
  });

  it('marks a slip in a name that occurs often', () => {
    const [found] = check(
      spellingVariant,
      'Oleg Syromolotov spoke. Then Syromolotov left. Syromolotov slept. Later ‹|Syromolatov|› ate; Syromolotov said so.',
    );
    assert.match(fixed(found, 'Write “Syromolotov”'), /Later Syromolotov ate/);
  });

  it('mends every place, keeping case endings', () => {
    const [found] = check(
      spellingVariant,
      'Konašenkov elas Bagdadis. Bagdadi keskus on uus. ‹|Baghdadis|› on palav. Ta läks Baghdadist ära.',
      { language: et },
    );
    assert.match(
      fixed(found, 'Write “Bagdadis” in all 2 places'),
      /uus\. Bagdadis on palav\. Ta läks Bagdadist ära\.$/,
    );
  });

  it('says nothing of names that only look alike', () => {
    check(spellingVariant, 'They went from Iceland to Ireland, from Austria to Australia.');
    check(spellingVariant, 'Iran and Iraq, Niger and Nigeria, Mali and Malta, Korea and Koreans.');
    check(spellingVariant, 'The Su-24M, the Su-34 and the Su-25SM flew; OSCE and OCSE watched.');
    check(spellingVariant, 'Johnson met Johnston. Anna met Anne. Jansen met Hansen.');
  });

  it('says nothing of cases of one name, nor of the name with capitals', () => {
    check(spellingVariant, 'Süüria sõda. Süürias sõditakse. Süüriast tuldi. Süüriasse mindi.', {
      language: et,
    });
    check(spellingVariant, 'Riigikogu otsustas. Riigikogus vaieldi. Riigikokku tuli Rogatšjov.', {
      language: et,
    });
    check(spellingVariant, 'MOSCOW, November 19. They left Moscow. Moscow’s streets are wide.');
  });

  it('finds one among very many names without comparing all with all', () => {
    const syllables = ['ba', 'ke', 'di', 'go', 'lu', 'ra', 'ne', 'ti', 'vo', 'su'];
    const name = (n: number) =>
      [...String(n).padStart(4, '0')].map((digit) => syllables[Number(digit)]).join('');
    const names = Array.from(
      { length: 5000 },
      (_, n) => `Mr Ivan ${name(n).replace(/^./, (a) => a.toUpperCase())}berg spoke.`,
    );
    const text = `They met in Baghdad.\n\n${names.join('\n')}\n\nThey left from Bagdad.`;
    const found = findingsOf(spellingVariant, text);
    assert.ok(found.some(({ start, end }) => text.slice(start, end) === 'Bagdad'));
  });
});
