import { buildGazetteer, type Gazetteer } from '../../corpus/gazetteer.ts';
import type { Entity } from '../../corpus/registry.ts';
import type { Language } from '../../languages/language.ts';
import { countryNames } from './countries.ts';
import type { Reading, Run } from './words.ts';

const gazetteers = new WeakMap<Language, Gazetteer>();

/** Countries, places and organisations that the language's data and CLDR list; built on first use. */
export function knownNames(language: Language): Gazetteer {
  let gazetteer = gazetteers.get(language);
  if (gazetteer === undefined) {
    const { places, organisations, people } = language.entities;
    const countries = countryNames(language.code);
    gazetteer = buildGazetteer([
      entity('country', 'LOC', countries),
      entity('region', 'LOC', directed(language, [...countries, ...listed(places)])),
      entity('place', 'LOC', listed(places)),
      entity('organisation', 'ORG', listed(organisations)),
      entity('person', 'PER', listed(people)),
    ]);
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

/** Names in the run that the language's lists hold. */
export function readKnown(run: Run): Reading[] {
  const gazetteer = knownNames(run.passage.language);
  const readings: Reading[] = [];
  for (let from = 0; from < run.words.length; from++) {
    if (!run.words[from].capitalised) continue;
    const match = gazetteer.matchAt(run.passage, run.words[from].token);
    if (match === null) continue;
    const to = run.words.findIndex(({ nextToken }) => nextToken >= match.nextToken) + 1;
    if (to === 0 || run.words[to - 1].end < match.end) continue;
    const [{ id, type }] = match.entities;
    readings.push({
      from,
      to,
      type: type === 'LOC' || type === 'PER' ? type : 'ORG',
      source: id === 'country' ? 'country' : 'name',
      why:
        id === 'country'
          ? `country or region “${match.alias}”`
          : `well-known ${id} “${match.alias}”`,
      score: (id === 'person' ? 50 : 60) + to - from,
    });
  }
  return readings;
}
