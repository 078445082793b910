import type { Gazetteer } from '../corpus/gazetteer.ts';
import type { Language } from '../languages/language.ts';
import { recogniseEntities } from '../recognise/entities/index.ts';
import type { AbbreviationDefinition, Name, NumberValue } from '../recognise/mentions.ts';
import { recogniseNumbers } from '../recognise/numbers/index.ts';
import type { Passage } from '../recognise/passage.ts';
import type { Finding } from '../rules/finding.ts';
import type { PassageRule, RecognisedPassage } from '../rules/rule.ts';
import { layOut } from '../text/layout.ts';
import { lentTokens, type TokenTable, tokenise } from '../text/tokens.ts';

/** What the analysis of every passage of one text shares. */
export interface AnalysisContext {
  readonly language: Language;
  /** The registry's aliases; absent where there is no registry. */
  readonly gazetteer?: Gazetteer;
  /** The passage rules that are switched on. */
  readonly rules: readonly PassageRule[];
}

/** What is kept of a passage: everything but its tokens, which are cheaper to make again than to keep. */
export interface PassageAnalysis extends Pick<RecognisedPassage, 'numbers' | 'candidates'> {
  readonly abbreviations: readonly AbbreviationDefinition[];
  readonly findings: readonly Finding[];
}

/** Tokens, sentences and blocks of a passage. */
export function readPassage(text: string, language: Language): Passage {
  return laidOut(text, tokenise(text, language), language);
}

function laidOut(text: string, tokens: TokenTable, language: Language): Passage {
  return { text, tokens, layout: layOut(text, tokens, language), language };
}

/** Recognises and checks one passage; all offsets are relative to it. */
export function analysePassage(text: string, context: AnalysisContext): PassageAnalysis {
  const { language } = context;
  const passage = laidOut(text, lentTokens(text, language), language);
  const numbers = recogniseNumbers(passage);
  const { candidates, abbreviations } = recogniseEntities(passage, numbers, context.gazetteer);
  const recognised: RecognisedPassage = { ...passage, numbers, candidates };
  const findings = context.rules.flatMap((rule) => rule.check(recognised));
  return { numbers, candidates, abbreviations, findings };
}

/**
 * Whether two analyses say the same to the whole text: the same names, as
 * written, and number values in the same order, wherever they stand.
 */
export function sameFacts(a: PassageAnalysis, b: PassageAnalysis): boolean {
  return (
    a.numbers.length === b.numbers.length &&
    a.candidates.length === b.candidates.length &&
    a.abbreviations.length === b.abbreviations.length &&
    a.numbers.every(
      (number, i) =>
        number.kind === b.numbers[i].kind &&
        sameValue(number.value, b.numbers[i].value) &&
        number.of === b.numbers[i].of &&
        number.hedge === b.numbers[i].hedge &&
        number.reading === b.numbers[i].reading,
    ) &&
    a.candidates.names.every((name, i) => sameName(name, b.candidates.names[i]))
  );
}

function sameName(a: Name, b: Name): boolean {
  return (
    a === b ||
    (a.key === b.key &&
      a.type === b.type &&
      a.entity === b.entity &&
      a.form === b.form &&
      a.weak === b.weak)
  );
}

function sameValue(a: NumberValue, b: NumberValue): boolean {
  return typeof a === 'object' ? JSON.stringify(a) === JSON.stringify(b) : a === b;
}
