import { join } from 'node:path';
import { NameIndex, type Part } from '../server/src/core/corpus/names.ts';
import { en } from '../server/src/core/languages/en.ts';
import { et } from '../server/src/core/languages/et.ts';
import type { Language } from '../server/src/core/languages/language.ts';
import { recogniseEntities } from '../server/src/core/recognise/entities/index.ts';
import type { EntityCandidate } from '../server/src/core/recognise/mentions.ts';
import { recogniseNumbers } from '../server/src/core/recognise/numbers/index.ts';
import { ChunkedText } from '../server/src/core/text/document.ts';
import { layOut } from '../server/src/core/text/layout.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';
import { type GoldText, readEstNer, readRe3d, readUner } from './entityData.ts';
import type { Row } from './table.ts';

/** The mentions of a whole text as the product resolves them, without a registry: `start end type` each. */
export function mentionsOf(text: string, language: Language): string[] {
  const names = new NameIndex();
  const parts: [Part, readonly EntityCandidate[]][] = [];
  for (const chunk of new ChunkedText(text).chunks) {
    const tokens = tokenise(chunk.text, language);
    const passage = {
      text: chunk.text,
      tokens,
      layout: layOut(chunk.text, tokens, language),
      language,
    };
    const { candidates, abbreviations } = recogniseEntities(passage, recogniseNumbers(passage));
    names.add(chunk, candidates, abbreviations);
    parts.push([chunk, candidates]);
  }
  return parts.flatMap(([part, candidates]) =>
    candidates.flatMap((candidate) => {
      const mention = names.resolve(candidate, part);
      return mention === null ? [] : `${mention.start} ${mention.end} ${mention.type}`;
    }),
  );
}

/** Precision, recall and F1 of the recognisers over texts with gold mentions; MISC is not counted. */
export function scoreEntities(set: string, texts: readonly GoldText[], language: Language): Row {
  let [gold, found, right] = [0, 0, 0];
  for (const { text, mentions } of texts) {
    const wanted = new Set(mentions.map(({ start, end, type }) => `${start} ${end} ${type}`));
    const got = mentionsOf(text, language).filter((mention) => !mention.endsWith('MISC'));
    gold += wanted.size;
    found += got.length;
    right += got.filter((mention) => wanted.has(mention)).length;
  }
  return { set, system: 'glossator', gold, found, right };
}

/** The scores over every data set of the folder's `ner`. */
export function evaluate(folder: string): Row[] {
  const re3d = join(folder, 'ner', 're3d');
  return [
    scoreEntities('entities/re3d names', readRe3d(re3d, 'names'), en),
    scoreEntities('entities/re3d all mentions', readRe3d(re3d, 'all'), en),
    scoreEntities(
      'entities/EstNER dev',
      readEstNer(join(folder, 'ner', 'estner', 'EstNER_v1_dev.json')),
      et,
    ),
    scoreEntities(
      'entities/UNER EWT test',
      readUner(join(folder, 'ner', 'uner_ewt', 'en_ewt-ud-test.iob2')),
      en,
    ),
  ];
}
