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
  ],
  'organisations.ts': [
    'at the [Ministry of the Interior](ORG) today',
    'the [Russian foreign Ministry](ORG) said',
    'at the [Vladimir Kikot Moscow University](ORG), they say',
    'a member of the [Committee on Defence and Security](ORG) [Irina Potekhina](PER) spoke',
    'the merger with [Lunar Transportation Systems, Inc.](ORG) failed',
    'by the [UN](ORG), the [OSCE](ORG) and the [Council of Europe](ORG)',
    'the [Council of CIS Heads of State](ORG) on Friday',
    'the bank and the ministry of the city',
  ],
  'places.ts and countries.ts': [
    'near [Mount Sinjar](LOC) in [Northern Iraq](LOC)',
    'in [Central and Eastern Europe](LOC) and in [Central Asia](LOC)',
    'the [Gulf of Aden](LOC) and the [Volga River](LOC)',
    'to [Côte d’Ivoire](LOC), [Saudi Arabia](LOC) and the [United Arab Emirates](LOC)',
    'the streets of [Tashkent](LOC) and of [Al-Raqqa](LOC)',
    'at home in [Holyoke](LOC), [MA](LOC) today',
  ],
  'others.ts': [
    'under the [UN Charter](MISC) and the [Anti-Terrorist Convention](MISC)',
    'the [Russian](MISC) and the [Central Asian](MISC) press',
    'a [Su-24M](MISC) was hit',
  ],
  'capitals.ts': [
    'they walked from [Kobane](LOC) in the night',
    'It is late, [Ghatkopar](PER) said.',
    'the suspect [Waseem Kayani](PER), 28, of no address',
    'on pages such as “[Vkontakte](MISC)”, they say',
    'the [SIDA](ORG) pays for it',
    'today the [Coalition](ORG) left, as any coalition does',
    'Yesterday nobody came. Suddenly it rained.',
    'A Syrian-led talk about X and Y',
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
