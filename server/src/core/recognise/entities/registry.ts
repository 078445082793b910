import type { Gazetteer, GazetteerMatch } from '../../corpus/gazetteer.ts';
import type { Language } from '../../languages/language.ts';
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
    found.add(match.start, nameOf(passage, gazetteer, match));
    match = gazetteer.matchFrom(passage, match.nextToken);
  }
  return found;
}

/** What a form was read as last; texts repeat their names. */
interface Known {
  readonly match: GazetteerMatch;
  readonly language: Language;
  readonly name: Name;
}

const memories = new WeakMap<Gazetteer, Map<string, Known>>();
/** Forms remembered of one registry before its memory is emptied. */
const rememberedForms = 1 << 14;

function nameOf({ text, language }: Passage, gazetteer: Gazetteer, match: GazetteerMatch): Name {
  let memory = memories.get(gazetteer);
  if (memory === undefined) {
    memory = new Map();
    memories.set(gazetteer, memory);
  }
  const form = text.slice(match.start, match.end);
  const known = memory.get(form);
  if (known?.language === language && isSame(known.match, match)) return known.name;
  const name = sharedName(readName(form, match, language), language);
  if (memory.size >= rememberedForms) memory.clear();
  memory.set(name.form, { match, language, name });
  return name;
}

/** Whether two matches are of one alias of the same entities. */
function isSame(a: GazetteerMatch, b: GazetteerMatch): boolean {
  return (
    a.alias === b.alias &&
    a.entities.length === b.entities.length &&
    a.entities.every((entity, at) => entity === b.entities[at])
  );
}

function readName(form: string, { alias, entities }: GazetteerMatch, language: Language): Name {
  return {
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
