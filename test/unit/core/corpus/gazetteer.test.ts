import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildGazetteer, type Gazetteer } from '../../../../server/src/core/corpus/gazetteer.ts';
import type { Entity } from '../../../../server/src/core/corpus/registry.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { et } from '../../../../server/src/core/languages/et.ts';
import type { Language } from '../../../../server/src/core/languages/language.ts';
import { readRegistry } from '../../../../server/src/core/recognise/entities/registry.ts';
import { layOut } from '../../../../server/src/core/text/layout.ts';
import { tokenise } from '../../../../server/src/core/text/tokens.ts';

function entity(id: string, name: string, aliases: string[] = []): Entity {
  return { id, type: 'ORG', name, aliases };
}

/** What the aliases match in the text: the text with the matches in square brackets. */
function matched(gazetteer: Gazetteer, text: string, language: Language): string {
  const tokens = tokenise(text, language);
  const passage = { text, tokens, layout: layOut(text, tokens, language), language };
  let marked = '';
  let at = 0;
  for (const { start, end } of readRegistry(passage, gazetteer)) {
    marked += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return marked + text.slice(at);
}

function check(aliases: string[], marked: string, language: Language = en): void {
  const gazetteer = buildGazetteer(
    aliases.map((alias) => entity(alias, alias)),
    language,
  );
  assert.equal(matched(gazetteer, marked.replace(/[[\]]/g, ''), language), marked);
}

describe('a gazetteer', () => {
  it('finds the longest alias', () => {
    check(
      ['Security Council', 'UN Security Council', 'UN'],
      'the [UN Security Council] of the [UN]',
    );
  });

  it('takes white space and line ends between words as one blank', () => {
    check(['Islamic State'], 'the [Islamic\nState] and the [Islamic  State]');
  });

  describe('and case', () => {
    it('wants a capital where the alias begins with one', () =>
      check(['Apple'], 'an apple of [Apple]'));
    it('wants capitals where a word of the alias is of capitals', () => {
      check(['NATO', 'UN Charter'], '[NATO] is not Nato; the [UN charter], not the Un Charter');
    });
    it('wants the letters of a short alias as they are', () => {
      check(['IS', 'Abu'], '[IS] is Is or is; [Abu], not ABU');
    });
    it('does not mind case otherwise', () =>
      check(['Islamic State', 'cyber attack'], '[ISLAMIC STATE], [Islamic state], [Cyber Attack]'));
  });

  describe('and diacritics', () => {
    it('does not mind them', () => check(['Recep Erdoğan', 'Malmo'], '[Recep Erdogan] in [Malmö]'));
    it('minds them in a short alias', () => check(['Öö'], '[Öö] is not Oo'));
    it('takes composed and decomposed letters for the same', () => {
      check(['Süüria'], `[${'Süüria'.normalize('NFD')}] and [${'Süüria'.normalize('NFC')}]`, et);
      check(['Süüria'.normalize('NFD'), 'Öö'.normalize('NFD')], `[Süüria], [Öö]`, et);
    });
  });

  describe('and forms of a name', () => {
    it('knows English possessives, which lie outside, and plurals', () => {
      check(['Russia', 'Kurd', 'Peshmerga'], "[Russia]’s and [Russia]'s [Kurds], the [Peshmerga]");
    });
    it('knows Estonian case endings', () => {
      check(
        ['Süüria', 'Tallinn', 'Genf'],
        '[Süürias], [Süüriast], [Süüriasse]; [Tallinnas], [Genfis]',
        et,
      );
    });
    it('knows them in capitals where letters have diacritics', () =>
      check(['Pärnu', 'Süüria'], '[PÄRNUS] ja [SÜÜRIAS]', et));
    it('knows endings behind a hyphen or apostrophe', () => {
      check(['IS', 'Shakespeare'], "[IS-i] ridades, [IS-ile], [Shakespeare'i]", et);
    });
    it('knows the last word of a longer name in every case', () => {
      check(['Vladimir Putin'], '[Vladimir Putiniga] ja [Vladimir Putinile]', et);
    });
    it('takes no other word for a form of a short alias', () =>
      check(['Is', 'Tal'], 'Isa ja Tallinn', et));
  });

  it('names every entity that has the alias, in the order of the registry', () => {
    const gazetteer = buildGazetteer(
      [entity('b', 'Georgia'), entity('a', 'Georgia (state)', ['Georgia'])],
      en,
    );
    const text = 'in Georgia';
    const tokens = tokenise(text, en);
    const [found] = readRegistry(
      { text, tokens, layout: layOut(text, tokens, en), language: en },
      gazetteer,
    );
    assert.equal(found.name.entity, 'b');
    assert.deepEqual(found.name.entities, ['b', 'a']);
  });

  it('passes over blank aliases and survives an empty registry', () => {
    assert.equal(buildGazetteer([entity('a', ' ', ['', '\n'])], en).size, 0);
    check([], 'nothing here');
  });

  it('finds every alias of capitalised words in a text that holds it, wherever it stands', () => {
    const word = fc.stringMatching(/^[A-Z][a-zõäöü]{3,8}$/);
    const alias = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(alias, { minLength: 1, maxLength: 8 }), fc.nat(), (aliases, any) => {
        const one = aliases[any % aliases.length];
        const gazetteer = buildGazetteer(
          aliases.map((name, at) => entity(String(at), name)),
          en,
        );
        const text = `xx ${one}, yy`;
        const tokens = tokenise(text, en);
        const [found] = readRegistry(
          { text, tokens, layout: layOut(text, tokens, en), language: en },
          gazetteer,
        );
        assert.ok(found.start <= 3 && found.end >= 3 + one.length);
      }),
      { numRuns: 300 },
    );
  });

  it('holds very many aliases apart', () => {
    const entities = Array.from({ length: 20_000 }, (_, at) =>
      entity(`e${at}`, `Name${at} Other${at % 7}`),
    );
    const gazetteer = buildGazetteer(entities, en);
    assert.equal(gazetteer.size, 20_000);
    assert.equal(
      matched(gazetteer, 'Name777 Other0 and Name777 Other1', en),
      '[Name777 Other0] and Name777 Other1',
    );
  });
});
