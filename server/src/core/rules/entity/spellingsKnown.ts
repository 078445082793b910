import type { Registry } from '../../corpus/registry.ts';
import type { Language } from '../../languages/language.ts';
import { addTo } from '../../lists.ts';
import { countryNames } from '../../recognise/entities/countries.ts';
import { nameKey } from '../../recognise/entities/forms.ts';

/** Names by key, each with its known spellings. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

const byLanguage = new WeakMap<Language, Spellings>();
const byRegistry = new WeakMap<Registry, WeakMap<Language, Spellings>>();

/** The countries, places and organisations that the language's data and CLDR list. */
export function listedNames(language: Language): Spellings {
  let known = byLanguage.get(language);
  if (!known) {
    const { places, organisations } = language.entities;
    const names = `${places} ${organisations}`
      .split(/\s+/)
      .map((name) => name.replaceAll('_', ' '));
    known = spellings([...countryNames(language.code), ...names], language);
    byLanguage.set(language, known);
  }
  return known;
}

/** The names and aliases of the registry. */
export function registryNames(registry: Registry, language: Language): Spellings {
  const languages = byRegistry.get(registry) ?? new WeakMap<Language, Spellings>();
  byRegistry.set(registry, languages);
  let known = languages.get(language);
  if (!known) {
    const names = [...registry.entities.values()].flatMap(({ name, aliases }) => [
      name,
      ...aliases,
    ]);
    known = spellings(names, language);
    languages.set(language, known);
  }
  return known;
}

function spellings(names: readonly string[], language: Language): Spellings {
  const known = new Map<string, string[]>();
  for (const name of names) {
    if (name === '') continue;
    const key = nameKey(name, language);
    addTo(known, key, name);
  }
  return known;
}
