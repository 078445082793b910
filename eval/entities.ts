import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/** One line of the table: exact span and type. */
export interface EntityScore {
  readonly data: string;
  readonly gold: number;
  readonly found: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

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
    candidates.map((candidate) => {
      const { start, end, type } = names.resolve(candidate, part);
      return `${start} ${end} ${type}`;
    }),
  );
}

/** Precision, recall and F1 of the recognisers over texts with gold mentions; MISC is not counted. */
export function scoreEntities(
  data: string,
  texts: readonly GoldText[],
  language: Language,
): EntityScore {
  let [gold, found, right] = [0, 0, 0];
  for (const { text, mentions } of texts) {
    const wanted = new Set(mentions.map(({ start, end, type }) => `${start} ${end} ${type}`));
    const got = mentionsOf(text, language).filter((mention) => !mention.endsWith('MISC'));
    gold += wanted.size;
    found += got.length;
    right += got.filter((mention) => wanted.has(mention)).length;
  }
  const precision = right / found;
  const recall = right / gold;
  return {
    data,
    gold,
    found,
    right,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
  };
}

/** The scores over every data set in the folder that holds `re3d`, `estner` and `uner_ewt`. */
export function evaluateEntities(folder: string): EntityScore[] {
  const re3d = join(folder, 're3d');
  return [
    scoreEntities('re3d, names', readRe3d(re3d, 'names'), en),
    scoreEntities('re3d, all mentions', readRe3d(re3d, 'all'), en),
    scoreEntities('EstNER dev', readEstNer(join(folder, 'estner', 'EstNER_v1_dev.json')), et),
    scoreEntities('UNER EWT test', readUner(join(folder, 'uner_ewt', 'en_ewt-ud-test.iob2')), en),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    process.stderr.write('usage: node eval/entities.ts DATA_FOLDER\n');
    process.exit(2);
  }
  for (const { data, gold, found, right, precision, recall, f1 } of evaluateEntities(folder)) {
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3)).join(' ');
    process.stdout.write(
      `${data.padEnd(20)} P R F1 ${figures}  (${right} of ${found} found, ${gold} gold)\n`,
    );
  }
}
