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
import { HashTable } from './hashTable.ts';
import { readKnown } from './known.ts';
import { readOrganisations } from './organisations.ts';
import { readOthers } from './others.ts';
import { readPeople } from './people.ts';
import { readPlaces } from './places.ts';
import { RunReader } from './runs.ts';
import { sharedName } from './sharedNames.ts';
import { type Reading, type Run, textOf } from './words.ts';

/** Runs remembered of one language before the memory is emptied. */
const rememberedRuns = 1 << 14;
/** Longer runs are read afresh: they hardly come twice. */
const longestRemembered = 200;

/** What was read in the runs of one language. */
class Memory {
  readonly #table = new HashTable();
  /** The units of every run, one run behind the other. */
  #units = new Uint16Array(1 << 14);
  /** Where each run's units end. */
  readonly #ends: number[] = [];
  /** What was read in each; offsets count from its start. */
  readonly #names: Candidates[] = [];

  /** What was read in a run of these units, if it is known; `hash` is of the words and the surroundings. */
  get(hash: number, units: Uint16Array, start: number, end: number): Candidates | undefined {
    const at = this.#table.get(hash);
    if (at < 0) return undefined;
    const from = at === 0 ? 0 : this.#ends[at - 1];
    if (this.#ends[at] - from !== end - start) return undefined;
    const known = this.#units;
    for (let unit = start; unit < end; unit++) {
      if (units[unit] !== known[from + unit - start]) return undefined;
    }
    return this.#names[at];
  }

  set(hash: number, units: Uint16Array, names: Candidates): void {
    if (this.#names.length === rememberedRuns) {
      this.#table.clear();
      this.#names.length = 0;
      this.#ends.length = 0;
    }
    this.#table.set(hash, this.#names.length);
    const from = this.#ends[this.#ends.length - 1] ?? 0;
    const end = from + units.length;
    if (end > this.#units.length) {
      const longer = new Uint16Array(end * 2);
      longer.set(this.#units);
      this.#units = longer;
    }
    this.#units.set(units, from);
    this.#ends.push(end);
    this.#names.push(names);
  }
}

const memories = new WeakMap<Language, Memory>();

/** Reads the names of the runs of one passage. */
export class NameReader {
  readonly #tokens: TokenTable;
  readonly #runs: RunReader;
  /** The text's units: see `unitsOf`. */
  readonly #units: Uint16Array;
  readonly #memory: Memory;

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
    this.#runs.read(token);
    into.addAll(this.#names(), this.#tokens.start[token]);
    return this.#runs.nextToken;
  }

  #names(): Candidates {
    const tokens = this.#tokens;
    const { firstToken, nextToken, end, titled } = this.#runs;
    const first = titled ? firstToken - 1 : firstToken;
    const start = tokens.start[first];
    if (end - start > longestRemembered) return readNames(this.#runs.run());
    let hash = this.#runs.surroundings;
    for (let token = first; token < nextToken; token++) {
      hash = Math.imul(hash ^ tokens.hash[token], hashPrime);
    }
    const known = this.#memory.get(hash, this.#units, start, end);
    if (known !== undefined) return known;
    const names = readNames(this.#runs.run());
    this.#memory.set(hash, this.#units.subarray(start, end), names);
    return names;
  }
}

function memoryOf(language: Language): Memory {
  let memory = memories.get(language);
  if (memory === undefined) {
    memory = new Memory();
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
