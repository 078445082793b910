import type { Name } from '../recognise/mentions.ts';

/** Keys of full names by one of their parts: the only one, or all of them. */
type Keys = Map<string, string | Set<string>>;
/** What a full name is known by. */
type FullName = Pick<Name, 'key' | 'type'>;

/** Of more names with one surname or ending only so many are thought of. */
const mostNamesakes = 64;
/** An Arabic article before a family name. */
const particle = /^(?:al|el|as|ad|ash)-(?=.{2})/;
/** What tells namesakes apart, behind a name, and is no surname. */
const generation = /^(?:[ivx]+|[js]r\.?)$/;

/** The full names of persons and organisations of a text, by the parts that they are called by. */
export class FullNames {
  readonly #bySurname: Keys = new Map();
  readonly #byFirstName: Keys = new Map();
  /** Organisations of three words or more by their last two. */
  readonly #byTail: Keys = new Map();

  /** Takes a name in under its parts. */
  add(name: FullName): void {
    this.#eachPart(name, enter);
  }

  /** Takes a name out again. */
  remove(name: FullName): void {
    this.#eachPart(name, leave);
  }

  /** Calls `then` for each part that a name is found by, with where it is kept. */
  #eachPart({ key, type }: FullName, then: (names: Keys, part: string, key: string) => void): void {
    const last = key.lastIndexOf(' ');
    if (last < 0) return;
    if (type === 'ORG') {
      const tail = key.lastIndexOf(' ', last - 1);
      if (tail >= 0) then(this.#byTail, key.slice(tail + 1), key);
    } else if (type === 'PER') {
      const first = key.indexOf(' ');
      then(this.#byFirstName, key.slice(0, first), key);
      const surname = surnameOf(key, last);
      if (surname === undefined) return;
      then(this.#bySurname, surname, key);
      if (!surname.includes('-')) return;
      const bare = surname.replace(particle, '');
      if (bare !== surname) then(this.#bySurname, bare, key);
    }
  }

  /** Keys of the persons with the surname: all of them, or the first ones where they are very many. */
  withSurname(surname: string): string[] {
    const names: string[] = [];
    for (const key of keysOf(this.#bySurname, surname)) {
      if (names.push(key) === mostNamesakes) break;
    }
    return names;
  }

  /** Key of the only person with the first name; undefined where there is none or there are several. */
  withFirstName(name: string): string | undefined {
    const names = keysOf(this.#byFirstName, name);
    return names.size === 1 ? [...names][0] : undefined;
  }

  /** Key of the only organisation whose longer name ends with this one of two words or more. */
  endingWith(name: string): string | undefined {
    const last = name.lastIndexOf(' ');
    if (last < 0) return undefined;
    const names = keysOf(this.#byTail, name.slice(name.lastIndexOf(' ', last - 1) + 1));
    if (names.size > mostNamesakes) return undefined;
    const longer = [...names].filter((key) => key.endsWith(` ${name}`));
    return longer.length === 1 ? longer[0] : undefined;
  }
}

const nobody: ReadonlySet<string> = new Set();

function keysOf(names: Keys, part: string): ReadonlySet<string> {
  const keys = names.get(part);
  return typeof keys === 'string' ? new Set([keys]) : (keys ?? nobody);
}

function enter(names: Keys, part: string, key: string): void {
  const keys = names.get(part);
  if (keys === undefined) names.set(part, key);
  else if (typeof keys !== 'string') keys.add(key);
  else if (keys !== key) names.set(part, new Set([keys, key]));
}

function leave(names: Keys, part: string, key: string): void {
  const keys = names.get(part);
  if (keys === key) names.delete(part);
  if (keys === undefined || typeof keys === 'string') return;
  keys.delete(key);
  if (keys.size === 0) names.delete(part);
}

/** The last word of a name, whose last blank stands at `last`, what tells namesakes apart left out; undefined where that leaves one word. */
function surnameOf(key: string, last: number): string | undefined {
  const word = key.slice(last + 1);
  if (!generation.test(word)) return word;
  const before = key.lastIndexOf(' ', last - 1);
  return before < 0 ? undefined : key.slice(before + 1, last);
}
