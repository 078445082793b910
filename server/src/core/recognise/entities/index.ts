import type { Gazetteer } from '../../corpus/gazetteer.ts';
import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import { Unit } from '../../text/units.ts';
import { Candidates } from '../candidates.ts';
import type { AbbreviationDefinition, Name, NumberMention } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { readAbbreviation } from './abbreviations.ts';
import { mergeCandidates, withoutNumbers } from './choose.ts';
import { nameKey } from './forms.ts';
import { NameReader } from './nameReader.ts';
import { shareTypes } from './neighbours.ts';
import { readRegistry } from './registry.ts';
import { sharedName } from './sharedNames.ts';

/** What `recogniseEntities` finds; offsets are the passage's. */
export interface RecognisedEntities {
  /** In text order, not overlapping. */
  readonly candidates: Candidates;
  /** Each of their two spans is also the span of a candidate, unless an alias of the registry covers it. */
  readonly abbreviations: AbbreviationDefinition[];
}

const { capitalised, bracketOrHyphen } = TokenFlag;
/** At any other token no name begins, and no short form is defined. */
const telling = capitalised | bracketOrHyphen;

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
  const { flags, kind, start, length } = tokens;
  const names = new NameReader(passage);
  const guessed = new Candidates();
  const abbreviations: AbbreviationDefinition[] = [];
  let next = 0;
  for (let token = 0; token < length; token++) {
    const flag = flags[token] & telling;
    if (flag === 0) continue;
    if (flag & capitalised) {
      if (token >= next && kind[token] === TokenKind.word) next = names.readAt(token, guessed);
    } else if (text.charCodeAt(start[token]) === Unit.openBracket) {
      const definition = readAbbreviation(passage, token);
      if (definition !== null) abbreviations.push(definition);
    } else if (token > next && names.isArticleAt(token - 1)) {
      next = names.readAt(token - 1, guessed);
    }
  }
  shareTypes(passage, guessed);
  const { language } = passage;
  const defined = mergeCandidates(definedNames(passage, abbreviations, guessed), guessed, language);
  const aliases = gazetteer === undefined ? none : readRegistry(passage, gazetteer);
  const named = mergeCandidates(aliases, defined, language);
  return { candidates: withoutNumbers(named, numbers).trimmed(), abbreviations };
}

const none = new Candidates();

/** The two names of each definition. */
function definedNames(
  { text, language }: Passage,
  abbreviations: readonly AbbreviationDefinition[],
  guessed: Candidates,
): Candidates {
  if (abbreviations.length === 0) return none;
  const names = new Map<number, Name>();
  for (const { short, long } of abbreviations) {
    const type = guessed.find(long)?.type === 'LOC' ? 'LOC' : 'ORG';
    const add = (span: typeof short, why: string) => {
      const form = text.slice(span.start, span.end);
      const key = nameKey(form, language);
      const name: Name = { type, source: 'abbreviation', key, form, score: 80, why };
      names.set(span.start, sharedName(name, language));
    };
    add(long, `expansion of “${text.slice(short.start, short.end)}”`);
    add(short, `short for “${text.slice(long.start, long.end)}”`);
  }
  const defined = new Candidates();
  for (const [start, name] of [...names].sort(([a], [b]) => a - b)) defined.add(start, name);
  return defined;
}
