import type { Language } from '../../languages/language.ts';
import { hashPrime } from '../../text/hash.ts';
import type { TokenTable } from '../../text/tokens.ts';
import { unitsOf } from '../../text/units.ts';
import { Candidates } from '../candidates.ts';
import type { Name } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { readCapitals } from './capitals.ts';
import { chooseReadings } from './choose.ts';
import { nameKey } from './forms.ts';
import { readKnown } from './known.ts';
import { readOrganisations } from './organisations.ts';
import { readOthers } from './others.ts';
import { readPeople } from './people.ts';
import { readPlaces } from './places.ts';
import { RunMemory } from './runMemory.ts';
import { RunReader } from './runs.ts';
import { sharedName } from './sharedNames.ts';
import { type Reading, type Run, textOf } from './words.ts';

/** Longer runs are read afresh: they hardly come twice. */
const longestRemembered = 200;

/** What was read in the runs of each language. */
const memories = new WeakMap<Language, RunMemory>();

/** Reads the names of the runs of one passage. */
export class NameReader {
  readonly #tokens: TokenTable;
  readonly #runs: RunReader;
  /** The text's units: see `unitsOf`. */
  readonly #units: Uint16Array;
  readonly #memory: RunMemory;

  constructor(passage: Passage) {
    this.#tokens = passage.tokens;
    this.#runs = new RunReader(passage);
    this.#units = unitsOf(passage.text);
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
    const runs = this.#runs;
    const { start, hash } = this.#tokens;
    runs.read(token);
    const { nextToken, end } = runs;
    const first = runs.titled ? token - 1 : token;
    const from = start[token];
    if (end - start[first] > longestRemembered) {
      into.addAll(readNames(runs.run()), from);
      return nextToken;
    }
    let all = runs.surroundings;
    for (let at = first; at < nextToken; at++) all = Math.imul(all ^ hash[at], hashPrime);
    if (!this.#memory.recall(all, this.#units, start[first], end, into, from)) {
      const names = readNames(runs.run());
      this.#memory.remember(all, this.#units.subarray(start[first], end), names);
      into.addAll(names, from);
    }
    return nextToken;
  }
}

function memoryOf(language: Language): RunMemory {
  let memory = memories.get(language);
  if (memory === undefined) {
    memory = new RunMemory();
    memories.set(language, memory);
  }
  return memory;
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
