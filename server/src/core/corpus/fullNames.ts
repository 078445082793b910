import type { Name } from '../recognise/mentions.ts';

/** Keys of full names by one of their parts. */
type Keys = Map<string, Set<string>>;
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
    for (const [names, part] of this.#partsOf(name)) {
      const alike = names.get(part);
      if (alike === undefined) names.set(part, new Set([name.key]));
      else alike.add(name.key);
    }
  }

  /** Takes a name out again. */
  remove(name: FullName): void {
    for (const [names, part] of this.#partsOf(name)) {
      const alike = names.get(part);
      alike?.delete(name.key);
      if (alike?.size === 0) names.delete(part);
    }
  }

  /** The parts that a name is found by, each with where it is kept. */
  #partsOf({ key, type }: FullName): (readonly [names: Keys, part: string])[] {
    if (type !== 'PER' && type !== 'ORG') return [];
    const words = key.split(' ');
    if (type === 'ORG') return words.length > 2 ? [[this.#byTail, tailOf(words)]] : [];
    if (words.length < 2) return [];
    const byFirstName = [this.#byFirstName, words[0]] as const;
    if (generation.test(words[words.length - 1])) words.pop();
    if (words.length < 2) return [byFirstName];
    const last = words[words.length - 1];
    const bare = last.replace(particle, '');
    return [
      byFirstName,
      [this.#bySurname, last],
      ...(bare === last ? [] : [[this.#bySurname, bare] as const]),
    ];
  }

  /** Keys of the persons with the surname: all of them, or the first ones where they are very many. */
  withSurname(surname: string): string[] {
    const names: string[] = [];
    for (const key of this.#bySurname.get(surname) ?? []) {
      if (names.push(key) === mostNamesakes) break;
    }
    return names;
  }

  /** Key of the only person with the first name; undefined where there is none or there are several. */
  withFirstName(name: string): string | undefined {
    return onlyOne([...(this.#byFirstName.get(name) ?? [])]);
  }

  /** Key of the only organisation whose longer name ends with this one of two words or more. */
  endingWith(name: string): string | undefined {
    const words = name.split(' ');
    if (words.length < 2) return undefined;
    const names = this.#byTail.get(tailOf(words));
    if (names === undefined || names.size > mostNamesakes) return undefined;
    return onlyOne([...names].filter((key) => key.endsWith(` ${name}`)));
  }
}

function onlyOne(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

/** The last two words as one string. */
function tailOf(words: readonly string[]): string {
  return words.slice(-2).join(' ');
}
