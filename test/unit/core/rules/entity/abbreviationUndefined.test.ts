import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { abbreviationUndefined } from '../../../../../server/src/core/rules/entity/abbreviationUndefined.ts';
import { check } from '../check.ts';

describe('entity/abbreviation-undefined', () => {
  it('marks the first place of a short form that is never written out', () => {
    const [found] = check(
      abbreviationUndefined,
      'Experts of the ‹|CSTO|› came. Later the CSTO left.',
    );
    assert.equal(
      found.message,
      '“CSTO” is used twice and never written out; write it out where it comes first, as in “full name (CSTO)”.',
    );
    check(abbreviationUndefined, 'Kohale tuli ‹|KGBX|› esindaja.', { language: et });
  });

  it('says nothing of one that is written out anywhere in the text', () => {
    check(
      abbreviationUndefined,
      'The CIS met. The Commonwealth of Independent States (CIS) has nine members.',
    );
  });

  it('says nothing of those that everybody knows, and of the registry’s', () => {
    check(abbreviationUndefined, 'The UN, the EU and NATO met in the USA; the BBC was there.');
    check(abbreviationUndefined, 'ÜRO ja NATO kohtusid.', { language: et });
    const entities = [{ id: 'csto', type: 'ORG', name: 'Security Treaty', aliases: ['CSTO'] }];
    check(abbreviationUndefined, 'Experts of the CSTO came.', { entities });
  });

  it('says nothing of numbers, datelines and headings in capitals', () => {
    check(
      abbreviationUndefined,
      'Charles XII and World War II. MOSCOW, November 19. Moscow slept.',
    );
    check(abbreviationUndefined, 'PRESS RELEASE ON THE TALKS\n\nThey talked.');
  });
});
