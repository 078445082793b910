import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { inconsistentCase } from '../../../../../server/src/core/rules/entity/inconsistentCase.ts';
import { check, fixed } from '../check.ts';

describe('entity/inconsistent-case', () => {
  it('marks the rarer capitals of a name', () => {
    const [found] = check(
      inconsistentCase,
      'The Gorchakov Fund paid. The Gorchakov Fund helped. The “‹|Gorchakov fund|›” (GF) closed. The Gorchakov Fund (GF) opened.',
    );
    assert.equal(
      found.message,
      '“Gorchakov fund” is written “Gorchakov Fund” elsewhere in this text (3 times).',
    );
    assert.match(fixed(found, 'Write “Gorchakov Fund”'), /The “Gorchakov Fund” \(GF\) closed/);
  });

  it('knows how well-known names are written', () => {
    const [found] = check(inconsistentCase, 'The group “‹|Islamic state|›” (IG) is banned.');
    assert.equal(found.message, '“Islamic state” is written “Islamic State” as a rule.');
  });

  it('lets words such as party and court be written either way, as long as the text keeps to one', () => {
    check(inconsistentCase, 'The Labour party lost. The Supreme court ruled. They saw Peipsi.');
    check(
      inconsistentCase,
      'The Labour party lost. The Labour party slept. The ‹|Labour Party|› won.',
    );
    check(inconsistentCase, 'Nad käisid Soome lahel ja Peipsi järvel.', { language: et });
  });

  it('takes the registry’s word before the majority’s', () => {
    const entities = [{ id: 'is', type: 'ORG', name: 'Islamic state', aliases: ['IS'] }];
    check(
      inconsistentCase,
      'The Islamic state fights. The ‹|Islamic State|› fights. The Islamic State (IS) lost.',
      { entities },
    );
  });

  it('marks an abbreviation in small letters where most are capitals', () => {
    check(inconsistentCase, 'NATO met. Then NATO left. They joined ‹|Nato|› in Riga.');
  });

  it('keeps case endings', () => {
    const [found] = check(
      inconsistentCase,
      'Vene Föderatsioon vaikis. Vene Föderatsioonis sajab. Ta naasis ‹|Vene föderatsioonist|› (VF).',
      { language: et, entities: [{ id: 'ru', type: 'LOC', name: 'Vene Föderatsioon' }] },
    );
    assert.match(
      fixed(found, 'Write “Vene Föderatsioonist”'),
      /naasis Vene Föderatsioonist \(VF\)/,
    );
  });

  it('says nothing of headings, datelines, sentence starts and small words', () => {
    check(inconsistentCase, 'MOSCOW, November 19. They met in Moscow. MOSCOW again. MOSCOW.');
    check(
      inconsistentCase,
      'Council Of Europe\n\nThe Council of Europe met. The Council of Europe left.',
    );
    check(inconsistentCase, 'Al-Qaeda lost. They joined al-Qaeda, then al-Qaeda won.');
  });

  it('says nothing of capitals that come of an ending or an initial', () => {
    check(inconsistentCase, 'ÜRO teatas. ÜROs vaieldi. Ta läks ÜROsse.', { language: et });
  });
});
