import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NameIndex } from '../../../../server/src/core/corpus/names.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { et } from '../../../../server/src/core/languages/et.ts';
import type { Language } from '../../../../server/src/core/languages/language.ts';
import {
  type RecognisedEntities,
  recogniseEntities,
} from '../../../../server/src/core/recognise/entities/index.ts';
import { recogniseNumbers } from '../../../../server/src/core/recognise/numbers/index.ts';
import { layOut } from '../../../../server/src/core/text/layout.ts';
import { tokenise } from '../../../../server/src/core/text/tokens.ts';

interface Piece extends RecognisedEntities {
  readonly text: string;
  start: number;
}

function recognise(text: string, language: Language, start: number): Piece {
  const tokens = tokenise(text, language);
  const passage = { text, tokens, layout: layOut(text, tokens, language), language };
  return { ...recogniseEntities(passage, recogniseNumbers(passage)), text, start };
}

/** A text of these pieces, and the index of its names. */
class Text {
  readonly names = new NameIndex();
  readonly pieces: Piece[] = [];
  readonly language: Language;

  constructor(texts: readonly string[], language: Language = en) {
    this.language = language;
    for (const text of texts) this.insert(this.pieces.length, text);
  }

  insert(at: number, text: string): void {
    const piece = recognise(text, this.language, 0);
    this.pieces.splice(at, 0, piece);
    this.#renumber();
    this.names.add(piece, piece.candidates, piece.abbreviations);
  }

  remove(at: number): void {
    const [piece] = this.pieces.splice(at, 1);
    this.#renumber();
    this.names.remove(piece);
  }

  #renumber(): void {
    let start = 0;
    for (const piece of this.pieces) {
      piece.start = start;
      start += piece.text.length;
    }
  }

  /** Every mention: its text, and the text of what it is defined by where that is another place. */
  get mentions(): [mention: string, definition: string | null][] {
    const whole = this.pieces.map(({ text }) => text).join('');
    return this.pieces.flatMap((piece) =>
      [...piece.candidates].flatMap((candidate): [string, string | null][] => {
        const mention = this.names.resolve(candidate, piece);
        if (mention === null) return [];
        const { definition } = mention;
        const words = definition && whole.slice(definition.start, definition.end);
        return [[whole.slice(mention.start, mention.end), words]];
      }),
    );
  }
}

/** What the nth mention with these words is defined by. */
function definition(text: Text, words: string, nth = 1): string | null | undefined {
  return text.mentions.filter(([mention]) => mention === words)[nth - 1]?.[1];
}

describe('NameIndex', () => {
  it('defines a surname by the full name, wherever that stands', () => {
    const text = new Text([
      'Syromolotov has reminded us, said Syromolotov.\n\n',
      'It was Oleg Syromolotov.\n\n',
    ]);
    assert.equal(definition(text, 'Syromolotov', 1), 'Oleg Syromolotov');
    assert.equal(definition(text, 'Syromolotov', 2), 'Oleg Syromolotov');
    assert.equal(definition(text, 'Oleg Syromolotov'), null);
  });

  it('defines an abbreviation by its expansion, before and behind the place that says so', () => {
    const text = new Text([
      'They fought IS in the north.\n\n',
      'The Islamic State (IS) left. Then IS came.\n\n',
    ]);
    for (const nth of [1, 2, 3]) assert.equal(definition(text, 'IS', nth), 'Islamic State');
  });

  it('takes a word in capitals for no name where nothing defines it', () => {
    assert.deepEqual(new Text(['This IS so.\n\n']).mentions, []);
  });

  it('defines a first name by the only person who has it', () => {
    const text = new Text(['Angela Merkel spoke. Angela left.\n\n']);
    assert.equal(definition(text, 'Angela'), 'Angela Merkel');
    text.insert(1, 'Angela Davis came.\n\n');
    assert.notEqual(definition(text, 'Angela'), 'Angela Davis');
  });

  it('takes a numeral or “Jr.” for no surname', () => {
    const text = new Text([
      'CHAPTER II: THE WAR\n\n',
      'King Frederick II met John F. Kennedy Jr. there. Kennedy left, Frederick stayed.\n\n',
      'The heirs of Martin Luther King, Jr. met the Pope, the II of his name.\n\n',
    ]);
    assert.equal(definition(text, 'Kennedy'), 'John F. Kennedy Jr.');
    assert.equal(definition(text, 'Frederick'), 'Frederick II');
    const words = text.mentions.map(([mention]) => mention);
    assert.deepEqual(
      words.filter((word) => /^(?:II|Jr\.)$/.test(word)),
      [],
    );
  });

  it('keeps a name apart from a longer word that it begins', () => {
    const text = new Text(['Jüri Ratas kõneles. Siis tuli Jüriöö.\n\n'], et);
    assert.equal(definition(text, 'Jüriöö'), null);
  });

  it('defines the short name of an organisation by the only longer one that ends with it', () => {
    const text = new Text([
      'the Vladimir Kikot Moscow University and the Kikot Moscow University\n\n',
    ]);
    assert.equal(definition(text, 'Kikot Moscow University'), 'Vladimir Kikot Moscow University');
    text.insert(1, 'the Ivan Kikot Moscow University\n\n');
    assert.equal(definition(text, 'Kikot Moscow University'), null);
  });

  it('takes, of two persons with one surname, the one named last before', () => {
    const text = new Text([
      'Bill Clinton spoke, Clinton said.\n\n',
      'Hillary Clinton spoke, Clinton said.\n\n',
    ]);
    assert.equal(definition(text, 'Clinton', 1), 'Bill Clinton');
    assert.equal(definition(text, 'Clinton', 2), 'Hillary Clinton');
  });

  it('brings the cases of an Estonian name together', () => {
    const text = new Text(
      [
        'Sõda Süürias jätkub.\n\n',
        'Süüria kriis. IS-i võitlejad.\n\n',
        'Islamiriik (IS) on Süürias.\n\n',
      ],
      et,
    );
    assert.equal(definition(text, 'Süüria'), 'Süürias');
    assert.equal(definition(text, 'IS-i'), 'Islamiriik');
  });

  it('takes a capital at the start of a sentence for a name where the text has the name elsewhere', () => {
    assert.deepEqual(new Text(['Kobane fell.\n\n']).mentions, []);
    const text = new Text(['Kobane fell.\n\n', 'They left for Kobane today.\n\n']);
    assert.deepEqual(
      text.mentions.map(([words]) => words),
      ['Kobane', 'Kobane'],
    );
    text.remove(1);
    assert.deepEqual(text.mentions, []);
    assert.deepEqual([...text.names.keys()], []);
  });

  it('counts mentions and forms of a name', () => {
    const { names } = new Text(['In Syria and in SYRIA.\n\n', 'Syria’s war.\n\n']);
    const name = names.name('syria');
    assert.equal(name?.count, 3);
    assert.deepEqual(name && [...name.forms], [
      ['Syria', 2],
      ['SYRIA', 1],
    ]);
    assert.equal(names.mentionsOf('syria').length, 3);
    assert.equal(names.name('iraq'), undefined);
  });

  it('knows after any edits what it would know of the text as it is', () => {
    const pieces = fc.constantFrom(
      'Oleg Syromolotov spoke.\n\n',
      'Syromolotov said so.\n\n',
      'The Islamic State (IS) left.\n\n',
      'They fight IS in Syria.\n\n',
      'Kobane fell.\n\n',
      'They left for Kobane.\n\n',
      'Angela Merkel met Angela Davis. Angela left.\n\n',
      'The Commonwealth of Independent States (CIS) met. CIS countries.\n\n',
      'The Centre for Interfaith Studies (CIS) met in Syria.\n\n',
    );
    const step = fc.oneof(
      fc.record({ at: fc.nat(), text: pieces }),
      fc.record({ at: fc.nat(), text: fc.constant(null) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const text = new Text([]);
        for (const { at, text: piece } of steps) {
          const { length } = text.pieces;
          if (piece !== null) text.insert(at % (length + 1), piece);
          else if (length > 0) text.remove(at % length);
        }
        const fresh = new Text(text.pieces.map((piece) => piece.text));
        assert.deepEqual(text.mentions, fresh.mentions);
        const counts = (names: NameIndex) =>
          new Map([...names.keys()].map(([key, { count, type }]) => [key, { count, type }]));
        assert.deepEqual(counts(text.names), counts(fresh.names));
        const defined = (names: NameIndex) =>
          [...names.abbreviations()]
            .map(({ short, long }) => `${short.start} ${long.start}`)
            .sort();
        assert.deepEqual(defined(text.names), defined(fresh.names));
      }),
      { numRuns: 200 },
    );
  });
});
