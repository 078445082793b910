import type { EntityCandidate } from '../recognise/mentions.ts';
import { count } from './nameRecord.ts';

/** Keys of full names, with their numbers of mentions. */
type Counts = Map<string, number>;

/** Of more names with one surname or ending only so many are thought of. */
const mostNamesakes = 64;
/** An Arabic article before a family name. */
const particle = /^(?:al|el|as|ad|ash)-(?=.{2})/;

/** The full names of persons and organisations of a text, by the parts that they are called by. */
export class FullNames {
  readonly #bySurname = new Map<string, Counts>();
  readonly #byFirstName = new Map<string, Counts>();
  /** Organisations of three words or more by their last two. */
  readonly #byTail = new Map<string, Counts>();

  /** Counts a mention in, or out. */
  count({ key, type }: EntityCandidate, by: 1 | -1): void {
    if (type !== 'PER' && type !== 'ORG') return;
    const words = key.split(' ');
    if (words.length < 2) return;
    if (type === 'ORG') {
      if (words.length > 2) countName(this.#byTail, tailOf(words), key, by);
      return;
    }
    const last = words[words.length - 1];
    countName(this.#byFirstName, words[0], key, by);
    countName(this.#bySurname, last, key, by);
    const bare = last.replace(particle, '');
    if (bare !== last) countName(this.#bySurname, bare, key, by);
  }

  /** Keys of the persons with the surname: all of them, or the first ones where they are very many. */
  withSurname(surname: string): string[] {
    const names: string[] = [];
    for (const key of this.#bySurname.get(surname)?.keys() ?? []) {
      if (names.push(key) === mostNamesakes) break;
    }
    return names;
  }

  /** Key of the only person with the first name; undefined where there is none or there are several. */
  withFirstName(name: string): string | undefined {
    return onlyOne([...(this.#byFirstName.get(name)?.keys() ?? [])]);
  }

  /** Key of the only organisation whose longer name ends with this one of two words or more. */
  endingWith(name: string): string | undefined {
    const words = name.split(' ');
    if (words.length < 2) return undefined;
    const names = this.#byTail.get(tailOf(words));
    if (names === undefined || names.size > mostNamesakes) return undefined;
    return onlyOne([...names.keys()].filter((key) => key.endsWith(` ${name}`)));
  }
}

function onlyOne(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

/** The last two words as one string. */
function tailOf(words: readonly string[]): string {
  return words.slice(-2).join(' ');
}

function countName(index: Map<string, Counts>, word: string, key: string, by: 1 | -1): void {
  const names = index.get(word) ?? new Map<string, number>();
  count(names, key, by);
  if (names.size === 0) index.delete(word);
  else index.set(word, names);
}
