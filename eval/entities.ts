import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NameIndex, type Part } from '../server/src/core/corpus/names.ts';
import { en } from '../server/src/core/languages/en.ts';
import { et } from '../server/src/core/languages/et.ts';
import type { Language } from '../server/src/core/languages/language.ts';
import type { Candidates } from '../server/src/core/recognise/candidates.ts';
import { recogniseEntities } from '../server/src/core/recognise/entities/index.ts';
import { recogniseNumbers } from '../server/src/core/recognise/numbers/index.ts';
import { ChunkedText } from '../server/src/core/text/document.ts';
import { layOut } from '../server/src/core/text/layout.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';
import { type GoldText, readEstNer, readRe3d, readUner } from './entityData.ts';
import type { Row } from './table.ts';
import { compromiseNames } from './textPeers.ts';

/** The mentions of a whole text as the product resolves them, without a registry: `start end type` each. */
export function mentionsOf(text: string, language: Language): string[] {
  const names = new NameIndex();
  const parts: [Part, Candidates][] = [];
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
    [...candidates].flatMap((candidate) => {
      const mention = names.resolve(candidate, part);
      return mention === null ? [] : `${mention.start} ${mention.end} ${mention.type}`;
    }),
  );
}

/** Precision, recall and F1 over texts with gold mentions; MISC is not counted. */
function score(
  set: string,
  system: string,
  texts: readonly GoldText[],
  recognise: (text: string) => string[],
): Row {
  let [gold, found, right] = [0, 0, 0];
  const wrong: string[] = [];
  for (const { text, mentions } of texts) {
    const wanted = new Set(mentions.map(({ start, end, type }) => `${start} ${end} ${type}`));
    const got = new Set(recognise(text).filter((mention) => !mention.endsWith('MISC')));
    gold += wanted.size;
    found += got.size;
    right += [...got].filter((mention) => wanted.has(mention)).length;
    const shown = (mention: string) => {
      const [start, end, type] = mention.split(' ');
      return `${type} “${text.slice(Number(start), Number(end)).replace(/\s+/g, ' ')}”`;
    };
    wrong.push(...[...wanted].filter((one) => !got.has(one)).map((one) => `missed ${shown(one)}`));
    wrong.push(...[...got].filter((one) => !wanted.has(one)).map((one) => `wrong ${shown(one)}`));
  }
  return { set, system, gold, found, right, ...(system === 'glossator' ? { wrong } : {}) };
}

/** The scores over every data set that the folder's `ner` holds, ours and, in English, compromise's. */
export function evaluate(folder: string): Row[] {
  const at = (...path: string[]) => join(folder, 'ner', ...path);
  const sets = [
    {
      set: 're3d names',
      language: en,
      path: at('re3d'),
      read: (p: string) => readRe3d(p, 'names'),
    },
    {
      set: 're3d all mentions',
      language: en,
      path: at('re3d'),
      read: (p: string) => readRe3d(p, 'all'),
    },
    { set: 'EstNER dev', language: et, path: at('estner', 'EstNER_v1_dev.json'), read: readEstNer },
    {
      set: 'UNER EWT test',
      language: en,
      path: at('uner_ewt', 'en_ewt-ud-test.iob2'),
      read: readUner,
    },
  ];
  const peers = compromiseNames();
  return sets.flatMap(({ set, language, path, read }) => {
    if (!existsSync(path)) return [];
    const texts = read(path);
    const name = `entities/${set}`;
    const rows = [score(name, 'glossator', texts, (text) => mentionsOf(text, language))];
    if (peers && language === en) rows.push(score(name, 'compromise', texts, peers));
    return rows;
  });
}
