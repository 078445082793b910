import { buildGazetteer, type Gazetteer } from '../../corpus/gazetteer.ts';
import type { Entity } from '../../corpus/registry.ts';
import type { Language } from '../../languages/language.ts';
import { countryNames, zoneNames } from './countries.ts';
import type { Reading, Run } from './words.ts';

const gazetteers = new WeakMap<Language, Gazetteer>();

/** Countries, places and organisations that the language's data and CLDR list; built on first use. */
export function knownNames(language: Language): Gazetteer {
  let gazetteer = gazetteers.get(language);
  if (gazetteer === undefined) {
    const { places, organisations, people } = language.entities;
    const countries = countryNames(language.code);
    const listedEntities = [
      entity('country', 'LOC', countries),
      entity('region', 'LOC', directed(language, [...countries, ...listed(places)])),
      entity('place', 'LOC', [...listed(places), ...zoneNames()]),
      entity('organisation', 'ORG', listed(organisations)),
      entity('person', 'PER', listed(people)),
    ];
    gazetteer = buildGazetteer(listedEntities, language);
    gazetteers.set(language, gazetteer);
  }
  return gazetteer;
}

function entity(id: string, type: string, aliases: readonly string[]): Entity {
  return { id, type, name: aliases[0] ?? '', aliases: aliases.slice(1) };
}

function listed(names: string): string[] {
  return names.split(/\s+/).flatMap((name) => (name === '' ? [] : [name.replaceAll('_', ' ')]));
}

/** `Lääne-Eesti`: directions joined to places of one word, where the language writes them so. */
function directed({ entities }: Language, places: readonly string[]): string[] {
  if (entities.caseEndings === '') return [];
  const single = places.filter((place) => !/[\s-]/.test(place));
  const directions = listed(entities.directions);
  return directions.flatMap((direction) => {
    const written = direction[0].toUpperCase() + direction.slice(1);
    return single.map((place) => `${written}-${place}`);
  });
}

/** The listed names of the run as readings. */
export function readKnown({ known }: Run): Reading[] {
  return known.map(({ from, to, match }) => {
    const [{ id, type }] = match.entities;
    const listed = id === 'country' ? 'country or region' : `well-known ${id}`;
    return {
      from,
      to,
      type: type === 'LOC' || type === 'PER' ? type : 'ORG',
      source: id === 'country' ? 'country' : 'name',
      why: `${listed} “${match.alias}”`,
      score: (to > from + 1 ? 63 : id === 'person' ? 50 : 60) + to - from,
    };
  });
}
