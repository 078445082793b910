import type { Gazetteer, GazetteerMatch } from '../../corpus/gazetteer.ts';
import type { EntityCandidate, EntityType } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { nameKey } from './forms.ts';

/** The aliases of the registry in the passage, in text order; of aliases that overlap the first, then the longest. */
export function readRegistry(passage: Passage, gazetteer: Gazetteer): EntityCandidate[] {
  const found: EntityCandidate[] = [];
  let match = gazetteer.matchFrom(passage, 0);
  while (match !== null) {
    found.push(candidateOf(passage, match));
    match = gazetteer.matchFrom(passage, match.nextToken);
  }
  return found;
}

function candidateOf(
  { text, language }: Passage,
  { start, end, alias, entities }: GazetteerMatch,
): EntityCandidate {
  const form = text.slice(start, end);
  return {
    start,
    end,
    type: entityType(entities[0].type),
    source: 'registry',
    entity: entities[0].id,
    ...(entities.length > 1 ? { entities: entities.map(({ id }) => id) } : {}),
    key: nameKey(form, language),
    form,
    score: 100,
    why: `matches alias “${alias}”`,
  };
}

/** The recognisers' type for a label of the tagset. */
function entityType(label: string): EntityType {
  return label === 'PER' || label === 'ORG' || label === 'LOC' ? label : 'MISC';
}
