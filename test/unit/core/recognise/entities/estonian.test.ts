import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { check } from './check.ts';

const texts: Readonly<Record<string, readonly string[]>> = {
  'people.ts': [
    'kinnitas kindralmajor [Igor Konašenkov](PER) eile',
    'teatas president [Vladimir Putin](PER), ütles [Putin](PER)',
    'pärast läbirääkimisi [Recep Tayyip Erdoğaniga](PER)',
    'tuli [Väino Väemagu](PER) [Jõuverest](LOC), kes jaksas',
    'see oli [Urmas Laht](PER), mitte laht',
    'kohtus seal [Ursula von der Leyeniga](PER) kaks korda',
  ],
  'organisations.ts': [
    'ütles [Vene välisministeeriumi](ORG) esindaja',
    'töötab [Eesti Kultuurkapitalis](ORG) ja [Tartu Ülikoolis](ORG)',
    'läks üle [Zooloogia ja Botaanika Instituuti](ORG) tööle',
    'kuulub [Londoni Arsenalile](ORG) juba ammu',
    '[Eesti Vabariigi valitsus](ORG) kogunes ja [Eesti valitsus](ORG) läks',
    'teated: [Eesti Päevaleht](ORG), [AS Eesti Telekom](ORG) ja [OÜ Kalev](ORG)',
    'see on ministeerium ja ülikool',
  ],
  'places.ts and known.ts': [
    'sõda [Süürias](LOC) ja [Iraagis](LOC), mitte [Kagu-Eestis](LOC)',
    'elab [Genfis](LOC), töötab [Tallinnas](LOC)',
    'on [Eesti Vabariigi](LOC) kodanik',
  ],
  'capitals.ts': [
    'nad tulid [Arknas](LOC) kokku',
    'Diagnoosi nimetamine eeldab teadmisi. Sügisesed ilmad on käes.',
    'I maailmasõjas oli nii',
    'kütust müüs “[Kütus](MISC)” odavalt',
    'ütles [PEPist](ORG) lahkunu',
  ],
  'abbreviations.ts': ['äärmusrühmitusest [Islamiriik](ORG) ([IS](ORG)) ja [IS-i](ORG) ridades'],
};

describe('names in Estonian texts', () => {
  for (const [file, examples] of Object.entries(texts)) {
    describe(file, () => {
      for (const text of examples) it(text, () => check(text, et));
    });
  }
});
