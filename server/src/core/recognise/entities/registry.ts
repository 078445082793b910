import type { Gazetteer, GazetteerMatch } from '../../corpus/gazetteer.ts';
import { Candidates } from '../candidates.ts';
import type { EntityType, Name } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { nameKey } from './forms.ts';
import { sharedName } from './sharedNames.ts';

/** The aliases of the registry in the passage, in text order; of aliases that overlap the first, then the longest. */
export function readRegistry(passage: Passage, gazetteer: Gazetteer): Candidates {
  const found = new Candidates();
  let match = gazetteer.matchFrom(passage, 0);
  while (match !== null) {
    found.add(match.start, nameOf(passage, match));
    match = gazetteer.matchFrom(passage, match.nextToken);
  }
  return found;
}

function nameOf(
  { text, language }: Passage,
  { start, end, alias, entities }: GazetteerMatch,
): Name {
  const form = text.slice(start, end);
  const name: Name = {
    type: entityType(entities[0].type),
    source: 'registry',
    entity: entities[0].id,
    ...(entities.length > 1 ? { entities: entities.map(({ id }) => id) } : {}),
    key: nameKey(form, language),
    form,
    score: 100,
    why: `matches alias “${alias}”`,
  };
  return sharedName(name, language);
}

/** The recognisers' type for a label of the tagset. */
function entityType(label: string): EntityType {
  return label === 'PER' || label === 'ORG' || label === 'LOC' ? label : 'MISC';
}
