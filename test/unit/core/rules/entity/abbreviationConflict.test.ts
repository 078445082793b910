import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { abbreviationConflict } from '../../../../../server/src/core/rules/entity/abbreviationConflict.ts';
import { check, fixed } from '../check.ts';

describe('entity/abbreviation-conflict', () => {
  it('marks a second short form of one name', () => {
    const [found] = check(
      abbreviationConflict,
      'The group “Islamic state” (IG) is banned. The ‹|ISIL|› (the former name of the grouping “Islamic state” – approx.) is too. IG fights.',
    );
    assert.equal(found.message, '“ISIL” and “IG” are both short for “Islamic state” in this text.');
    assert.match(fixed(found, 'Write “IG”'), /The IG \(the former name/);
    assert.deepEqual(
      found.related?.map(({ start }) => start),
      [27],
    );
  });

  it('knows the short forms that the registry has', () => {
    const entities = [
      { id: 'is', type: 'ORG', name: 'Islamic State', aliases: ['IS', 'ISIS', 'ISIL'] },
    ];
    check(
      abbreviationConflict,
      'They fight IS. Then ‹|ISIS|› lost. Then IS won; ‹|ISIL|› said so.',
      { entities },
    );
    check(abbreviationConflict, 'They fight IS. Islamic State lost. ISLAMIC STATE WON.', {
      entities,
    });
  });

  it('marks one short form for two names', () => {
    const [found] = check(
      abbreviationConflict,
      'The Commonwealth of Independent States (CIS) met.\n\nThe Centre for Internet Security (‹|CIS|›) reported.',
    );
    assert.equal(
      found.message,
      '“CIS” is short for “Centre for Internet Security” here and for “Commonwealth of Independent States” before.',
    );
  });

  it('says nothing where each name has one short form, however often it is defined', () => {
    check(
      abbreviationConflict,
      'The Islamic State (IS) lost. The Commonwealth of Independent States (CIS) met. The Islamic State (IS) won.',
    );
    check(
      abbreviationConflict,
      'Islamiriik (IS) taandus. Islamiriigi (IS) ridades oli neid palju.',
      {
        language: et,
      },
    );
  });
});
