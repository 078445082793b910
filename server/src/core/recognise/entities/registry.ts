import type { Gazetteer } from '../../corpus/gazetteer.ts';
import type { EntityCandidate, EntityType } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { nameKey } from './forms.ts';

/** The aliases of the registry in the passage, in text order; of aliases that overlap the first, then the longest. */
export function readRegistry(passage: Passage, gazetteer: Gazetteer): EntityCandidate[] {
  const found: EntityCandidate[] = [];
  const { text, tokens, language } = passage;
  let token = 0;
  for (;;) {
    token = gazetteer.mayBeginFrom(passage, token, tokens.length);
    if (token === tokens.length) return found;
    const match = gazetteer.matchAt(passage, token);
    if (match === null) {
      token++;
      continue;
    }
    const { start, end, alias, entities } = match;
    const form = text.slice(start, end);
    found.push({
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
    });
    token = match.nextToken;
  }
}

/** The recognisers' type for a label of the tagset. */
function entityType(label: string): EntityType {
  return label === 'PER' || label === 'ORG' || label === 'LOC' ? label : 'MISC';
}
