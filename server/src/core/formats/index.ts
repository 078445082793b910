import { brat } from './brat.ts';
import { conll } from './conll.ts';
import { conllu } from './conllu.ts';
import { doccanoJsonl } from './doccanoJsonl.ts';
import type { Format } from './format.ts';
import { labelStudio } from './labelStudio.ts';
import { pubannotation } from './pubannotation.ts';
import { spacyJsonl } from './spacyJsonl.ts';
import { tei } from './tei.ts';
import { uimaJson } from './uimaJson.ts';
import { w3c } from './w3c.ts';
import { webannoTsv } from './webannoTsv.ts';

/** Every interchange format, in the order in which people are offered them. */
export const formats: readonly Format[] = [
  brat,
  conll,
  conllu,
  webannoTsv,
  uimaJson,
  spacyJsonl,
  doccanoJsonl,
  labelStudio,
  w3c,
  pubannotation,
  tei,
];
