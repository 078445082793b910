import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detectLanguage } from '../../../../server/src/core/text/language.ts';

const samples = {
  en: 'The president said that the troops would leave the city before the end of the year.',
  et: 'President ütles, et väed lahkuvad linnast enne aasta lõppu ja et see on tähtis.',
  ru: 'Президент сказал, что войска уйдут из города до конца года, и это важно для всех.',
};

describe('detectLanguage', () => {
  for (const [code, text] of Object.entries(samples)) {
    it(`knows ${code} by its function words`, () => assert.equal(detectLanguage(text), code));
  }

  it('chooses among the languages that are allowed', () => {
    assert.equal(detectLanguage(samples.en, ['et', 'ru']), 'et');
    assert.equal(detectLanguage(samples.ru, ['et', 'ru']), 'ru');
  });

  it('takes the first language where nothing tells, and every language where none of those allowed is known', () => {
    assert.equal(detectLanguage('', ['et', 'en']), detectLanguage('', ['en', 'et']));
    assert.equal(detectLanguage(samples.et, ['xx']), 'et');
  });
});
