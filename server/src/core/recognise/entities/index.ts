import type { Gazetteer } from '../../corpus/gazetteer.ts';
import { TokenKind } from '../../text/tokens.ts';
import type {
  AbbreviationDefinition,
  EntityCandidate,
  EntityType,
  NumberMention,
} from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { readAbbreviation } from './abbreviations.ts';
import { readCapitals } from './capitals.ts';
import { chooseReadings, mergeCandidates, withoutNumbers } from './choose.ts';
import { Evidence } from './evidence.ts';
import { nameKey } from './forms.ts';
import { readKnown } from './known.ts';
import { shareTypes } from './neighbours.ts';
import { readOrganisations } from './organisations.ts';
import { readOthers } from './others.ts';
import { readPeople } from './people.ts';
import { readPlaces } from './places.ts';
import { readRegistry } from './registry.ts';
import { RunReader } from './runs.ts';
import type { Run } from './words.ts';

/** What `recogniseEntities` finds; offsets are the passage's. */
export interface RecognisedEntities {
  /** In text order, not overlapping. */
  readonly candidates: EntityCandidate[];
  /** Each of their two spans is also the span of a candidate, unless an alias of the registry covers it. */
  readonly abbreviations: AbbreviationDefinition[];
}

const openBracket = 0x28;

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
  const { kind, start } = tokens;
  const runs = new RunReader(passage);
  const evidence = new Evidence();
  const guessed: EntityCandidate[] = [];
  const abbreviations: AbbreviationDefinition[] = [];
  let next = 0;
  for (let token = 0; token < tokens.length; token++) {
    if (kind[token] === TokenKind.punctuation) {
      if (text.charCodeAt(start[token]) !== openBracket) continue;
      const definition = readAbbreviation(passage, token);
      if (definition !== null) abbreviations.push(definition);
    } else if (token >= next && runs.beginsAt(token)) {
      const run = runs.readAt(token);
      next = run.nextToken;
      readRun(run, evidence, guessed);
    }
  }
  const listed = shareTypes(passage, guessed);
  const defined = mergeCandidates(definedNames(passage, abbreviations, listed), listed);
  const aliases = gazetteer === undefined ? [] : readRegistry(passage, gazetteer);
  return { candidates: withoutNumbers(mergeCandidates(aliases, defined), numbers), abbreviations };
}

function readRun(run: Run, evidence: Evidence, into: EntityCandidate[]): void {
  const known = readKnown(run);
  const named = [
    ...known,
    ...readPeople(run, known),
    ...readOrganisations(run, known),
    ...readPlaces(run, known),
    ...readOthers(run),
  ];
  const chosen = chooseReadings(named);
  const { passage, words } = run;
  for (const { from, to, type, source, why, score, weak } of chooseReadings([
    ...chosen,
    ...readCapitals(run, evidence, chosen),
  ])) {
    const start = words[from].start;
    const end = words[to - 1].end;
    const form = passage.text.slice(start, end);
    const key = nameKey(form, passage.language);
    into.push({ start, end, type, source, key, form, score, why, ...(weak ? { weak } : {}) });
  }
}

/** The two names of each definition as candidates, in text order. */
function definedNames(
  { text, language }: Passage,
  abbreviations: readonly AbbreviationDefinition[],
  guessed: readonly EntityCandidate[],
): EntityCandidate[] {
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
