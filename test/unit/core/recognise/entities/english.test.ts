import { describe, it } from 'node:test';
import { check } from './check.ts';

/** Marked texts by the recogniser that they are for; a text without marks must stay silent. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'people.ts': [
    'Then [Oleg Syromolotov](PER) spoke.',
    'It was said by Deputy Minister [Oleg Syromolotov](PER) today.',
    'They met Mr. [Lavorato](PER) and Dr [Brown](PER).',
    'a poem by [J. F. Kimball](PER) of old',
    'the talks with [Staffan de Mistura](PER) ended',
    'the trial of [Bashar al-Assad](PER) began',
    'the words of [Jack London](PER) are known',
    'It was [Putin](PER) who spoke.',
    'the reign of [Catherine the Great](PER) and of Tsar [Nicholas II](PER)',
    'the novels of [Stephen King](PER) and the speech of [Martin Luther King](PER), Jr.',
    'the letters of [Karl August von Hardenberg](PER) and [August Strindberg](PER)',
    'Then [Theresa May](PER) resigned. Mrs [May](PER) left in May.',
    'In June [Putin](PER) came; in early August [Putin](PER) left.',
    'Our defence minister\n\n[Moscow](LOC) cannot wait',
  ],
  'organisations.ts': [
    'at the [Ministry of the Interior](ORG) today',
    'the [Russian foreign Ministry](ORG) said',
    'at the [Vladimir Kikot Moscow University](ORG), they say',
    'a member of the [Committee on Defence and Security](ORG) [Irina Potekhina](PER) spoke',
    'the merger with [Lunar Transportation Systems, Inc.](ORG) failed',
    'by the [UN](ORG), the [OSCE](ORG) and the [Council of Europe](ORG)',
    'the [Council of CIS Heads of State](ORG) on Friday',
    'the [Russian Presidential Press and Information Office](ORG) said',
    'the [Ministry of Culture, Youth and Sport](ORG) and the [Ministry of Defence](ORG), [Israel](LOC)',
    'They work at [Marks & Spencer](ORG). At [Barnes & Noble](ORG) nobody works.',
    "the [Attorney General’s Office](ORG), the [Prime Minister's office](ORG)",
    'said earlier in the [Russian Prosecutor General’s office](ORG) today',
    'of the [Secretary of State’s Office](ORG); at my office, at [Jane](PER)’s office',
    'a meeting of the Club of friends of music',
    'the bank and the ministry of the city',
  ],
  'places.ts and countries.ts': [
    'near [Mount Sinjar](LOC) in [Northern Iraq](LOC)',
    'in [Central and Eastern Europe](LOC) and in [Central Asia](LOC)',
    'the [Gulf of Aden](LOC) and the [Volga River](LOC)',
    'to [Côte d’Ivoire](LOC), [Saudi Arabia](LOC) and the [United Arab Emirates](LOC)',
    'the streets of [Tashkent](LOC) and of [Al-Raqqa](LOC)',
    'along the [River Thames](LOC) to the [Dead Sea](LOC)',
    'at home in [Holyoke](LOC), [MA](LOC) today',
  ],
  'others.ts': [
    'under the [UN Charter](MISC) and the [Anti-Terrorist Convention](MISC)',
    'the [Russian](MISC) and the [Central Asian](MISC) press',
    'a [Su-24M](MISC) was hit',
    'A [Syrian](MISC)-led talk, a [US](LOC)-backed force, [Russian](MISC)-speaking readers of [Coca-Cola](ORG) ads',
    'The [Treaty of Versailles](MISC) ended [World War I](MISC). He fell in the [Battle of Monte Cassino](MISC).',
    'the [Brussels Conference](MISC) on [Syria](LOC) and the [Convention on Human Rights](MISC)',
    'a treaty of peace, an act of war',
  ],
  'capitals.ts': [
    'they walked from [Kobane](LOC) in the night',
    'It is late, [Ghatkopar](PER) said.',
    '“The army is coming,” said [Blücher](PER), who met [O’Neill](PER).',
    'of whom nobody said [Blücher](MISC) was there',
    'the suspect [Waseem Kayani](PER), 28, of no address',
    'on pages such as “[Vkontakte](MISC)”, they say',
    'the [SIDA](ORG) pays for it',
    'today the [Coalition](ORG) left, as any coalition does',
    'Yesterday nobody came. Suddenly it rained.',
    'A talk about X and Y, and an Alexandrine-ish verse',
    'WE ARE CLOSED TODAY',
    'OK, the FAQ is on TV.',
  ],
  'neighbours.ts': [
    'the attacks in [Qamenas](LOC), [Sarmin](LOC) and [Talamenes](LOC) failed',
    'in [Rabiyah](LOC) and [Zumar](LOC) today',
  ],
  'abbreviations.ts': [
    'the [Islamic State](ORG) ([IS](ORG)) and [IS](ORG) again',
    'the terrorist group “[Islamic state](ORG)” ([IG](ORG)), they say',
    'The [ISIL](ORG) (the former name of the grouping “[Islamic state](ORG)” – approx.)',
    'nothing (as they say) and (so) on',
  ],
  'choose.ts': ['the deal of 04 May 2018 and of March 2019', 'on Friday and in December'],
};

describe('names in English texts', () => {
  for (const [file, examples] of Object.entries(texts)) {
    describe(file, () => {
      for (const text of examples) it(text, () => check(text));
    });
  }
});
