import type { Language } from '../../languages/language.ts';
import { hashPrime } from '../../text/hash.ts';
import { TokenFlag, type TokenTable } from '../../text/tokens.ts';
import { Candidates } from '../candidates.ts';
import type { Name } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { isAgeBehind, readCapitals } from './capitals.ts';
import { chooseReadings } from './choose.ts';
import { nameKey } from './forms.ts';
import { readKnown } from './known.ts';
import { WordClass } from './lexicon.ts';
import { readOrganisations } from './organisations.ts';
import { readOthers } from './others.ts';
import { readPeople } from './people.ts';
import { readPlaces } from './places.ts';
import { RunReader } from './runs.ts';
import { own, sharedName } from './sharedNames.ts';
import { type Extent, type Reading, type Run, textOf } from './words.ts';

/** Runs remembered of one language: a power of two. */
const rememberedRuns = 1 << 14;
/** Longer runs are read afresh: they hardly come twice. */
const longestRemembered = 200;

const comma = 0x2c;

interface Remembered {
  readonly key: number;
  readonly text: string;
  /** What was read; offsets count from the start of the run. */
  readonly names: Candidates;
}

/** What was read last, each in the slot that its key's low bits give. */
type Memory = (Remembered | undefined)[];

const memories = new WeakMap<Language, Memory>();

/** Reads the names of the runs of one passage. */
export class NameReader {
  readonly #runs: RunReader;
  readonly #memory: Memory;

  constructor(passage: Passage) {
    this.#runs = new RunReader(passage);
    this.#memory = memoryOf(passage.language);
  }

  /** Whether a lower-case article joined to a capitalised word begins at the token (`al-Hilla`). */
  isArticleAt(token: number): boolean {
    return this.#runs.isArticleAt(token);
  }

  /**
   * Adds the names of the run that begins at the token to `into`; returns the
   * index of the token behind the run. Texts repeat their names, so what was
   * read in a run is remembered for the next run with the same words and the
   * same surroundings.
   */
  readAt(token: number, into: Candidates): number {
    const extent = this.#runs.extentAt(token);
    const { start, nextToken } = extent;
    into.addAll(this.#names(extent), start);
    return nextToken;
  }

  #names(extent: Extent): Candidates {
    const { passage, end, before } = extent;
    const title = before & WordClass.title ? extent.firstToken - 1 : -1;
    const start = title < 0 ? extent.start : passage.tokens.start[title];
    if (end - start > longestRemembered) return readNames(this.#runs.readRun(extent));
    const hash = title < 0 ? extent.hash : extent.hash ^ passage.tokens.hash[title];
    const key = Math.imul(hash ^ surroundingsOf(extent), hashPrime);
    const slot = key & (rememberedRuns - 1);
    const known = this.#memory[slot];
    if (
      known?.key === key &&
      known.text.length === end - start &&
      passage.text.startsWith(known.text, start)
    ) {
      return known.names;
    }
    const names = readNames(this.#runs.readRun(extent));
    this.#memory[slot] = { key, text: own(passage.text.slice(start, end)), names };
    return names;
  }
}

function memoryOf(language: Language): Memory {
  let memory = memories.get(language);
  if (memory === undefined) {
    memory = new Array<Remembered | undefined>(rememberedRuns).fill(undefined);
    memories.set(language, memory);
  }
  return memory;
}

/** Everything outside the run's own text that `readNames` asks for, as bits. */
function surroundingsOf(extent: Extent): number {
  const { tokens, text } = extent.passage;
  const before = extent.firstToken - 1;
  return (
    Number(extent.initial) |
    (Number(extent.quoted) << 1) |
    (Number((extent.before & WordClass.placePreposition) !== 0) << 2) |
    (Number((extent.behind & WordClass.personVerb) !== 0) << 3) |
    (Number(inCapitals(tokens, before)) << 4) |
    (Number(inCapitals(tokens, extent.nextToken)) << 5) |
    (Number(isAgeBehind(extent)) << 6) |
    (Number(before >= 0 && text.charCodeAt(tokens.start[before]) === comma) << 7) |
    (Number((extent.before & WordClass.article) !== 0) << 8) |
    (Number((extent.before & WordClass.title) !== 0) << 9)
  );
}

function inCapitals({ flags, length }: TokenTable, token: number): boolean {
  return token >= 0 && token < length && (flags[token] & TokenFlag.allCaps) !== 0;
}

/** What the recognisers read in the run, from its start: the best of readings that overlap. */
function readNames(run: Run): Candidates {
  const known = readKnown(run);
  const named = chooseReadings([
    ...known,
    ...readPeople(run, known),
    ...readOrganisations(run, known),
    ...readPlaces(run, known),
    ...readOthers(run),
  ]);
  const readings = chooseReadings([...named, ...readCapitals(run, named)]);
  const names = new Candidates();
  for (const reading of readings) {
    names.add(run.words[reading.from].start - run.start, nameOf(run, reading));
  }
  return names.trimmed();
}

function nameOf(run: Run, { from, to, type, source, why, score, weak }: Reading): Name {
  const { language } = run.passage;
  const form = textOf(run, from, to);
  const key = nameKey(form, language);
  const name = { type, source, key, form, score, why, ...(weak ? { weak } : {}) };
  return sharedName(name, language);
}
