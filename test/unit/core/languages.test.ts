import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageCodeOf, languageCodes } from '../../../server/src/core/languages/functionWords.ts';
import { languageOf, languages } from '../../../server/src/core/languages/index.ts';
import { loadLanguage } from '../../../server/src/core/languages/load.ts';

describe('the languages', () => {
  it('have function words and a file each', async () => {
    assert.deepEqual(
      languages.map(({ code }) => code),
      languageCodes,
    );
    for (const code of languageCodes) assert.equal(await loadLanguage(code), languageOf(code));
  });

  it('are known by every tag that begins with their code', () => {
    assert.equal(languageCodeOf('en-GB'), 'en');
    assert.equal(languageCodeOf('ET'), 'et');
    assert.equal(languageCodeOf('e'), undefined);
  });

  it('are plain data, the same behind JSON', () => {
    for (const language of languages) {
      assert.deepEqual(JSON.parse(JSON.stringify(language)), language);
    }
  });
});
