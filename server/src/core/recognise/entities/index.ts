import type { Gazetteer } from '../../corpus/gazetteer.ts';
import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import type {
  AbbreviationDefinition,
  EntityCandidate,
  EntityType,
  NumberMention,
} from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { readAbbreviation } from './abbreviations.ts';
import { mergeCandidates, withoutNumbers } from './choose.ts';
import { nameKey } from './forms.ts';
import { NameReader } from './nameReader.ts';
import { shareTypes } from './neighbours.ts';
import { readRegistry } from './registry.ts';

/** What `recogniseEntities` finds; offsets are the passage's. */
export interface RecognisedEntities {
  /** In text order, not overlapping. */
  readonly candidates: EntityCandidate[];
  /** Each of their two spans is also the span of a candidate, unless an alias of the registry covers it. */
  readonly abbreviations: AbbreviationDefinition[];
}

const openBracket = 0x28;
const hyphen = 0x2d;

/**
 * Names in the passage. Numbers and dates win over names that overlap them;
 * aliases of the gazetteer win over what the recognisers guess.
 */
export function recogniseEntities(
  passage: Passage,
  numbers: readonly NumberMention[],
  gazetteer?: Gazetteer,
): RecognisedEntities {
  const { tokens, text } = passage;
  const { flags, kind, start } = tokens;
  const names = new NameReader(passage);
  const guessed: EntityCandidate[] = [];
  const abbreviations: AbbreviationDefinition[] = [];
  let next = 0;
  for (let token = 0; token < tokens.length; token++) {
    if (flags[token] & TokenFlag.capitalised) {
      if (token >= next && kind[token] === TokenKind.word) next = names.readAt(token, guessed);
    } else if (kind[token] === TokenKind.punctuation) {
      const mark = text.charCodeAt(start[token]);
      if (mark === openBracket) {
        const definition = readAbbreviation(passage, token);
        if (definition !== null) abbreviations.push(definition);
      } else if (mark === hyphen && token > next && names.isArticleAt(token - 1)) {
        next = names.readAt(token - 1, guessed);
      }
    }
  }
  shareTypes(passage, guessed);
  const defined = mergeCandidates(definedNames(passage, abbreviations, guessed), guessed);
  const aliases = gazetteer === undefined ? [] : readRegistry(passage, gazetteer);
  return { candidates: withoutNumbers(mergeCandidates(aliases, defined), numbers), abbreviations };
}

/** The two names of each definition as candidates, in text order. */
function definedNames(
  { text, language }: Passage,
  abbreviations: readonly AbbreviationDefinition[],
  guessed: readonly EntityCandidate[],
): EntityCandidate[] {
  if (abbreviations.length === 0) return [];
  const names = new Map<number, EntityCandidate>();
  for (const { short, long } of abbreviations) {
    const known = guessed.find(({ start, end }) => start === long.start && end === long.end);
    const type: EntityType = known?.type === 'LOC' ? 'LOC' : 'ORG';
    const add = (span: typeof short, why: string) => {
      const form = text.slice(span.start, span.end);
      const key = nameKey(form, language);
      names.set(span.start, { ...span, type, source: 'abbreviation', key, form, score: 80, why });
    };
    add(long, `expansion of “${text.slice(short.start, short.end)}”`);
    add(short, `short for “${text.slice(long.start, long.end)}”`);
  }
  return [...names.values()].sort((a, b) => a.start - b.start);
}
