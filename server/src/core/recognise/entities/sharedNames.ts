import type { Language } from '../../languages/language.ts';
import type { Name } from '../mentions.ts';

/** Names remembered of one language before the memory is emptied: then equal names are two objects. */
const rememberedNames = 1 << 14;
const memories = new WeakMap<Language, Map<string, Name>>();

/** The name as the one object that all places with it share. */
export function sharedName(name: Name, language: Language): Name {
  let memory = memories.get(language);
  if (memory === undefined) {
    memory = new Map();
    memories.set(language, memory);
  }
  const { type, source, entity = '', entities, key, form, score, weak = '', why } = name;
  const id = `${type} ${source} ${score} ${weak} ${entity} ${entities?.join(' ')}\n${why}\n${form}`;
  const known = memory.get(id);
  if (known !== undefined) return known;
  const shared = { ...name, key: own(key), form: own(form), why: own(why) };
  if (memory.size >= rememberedNames) memory.clear();
  memory.set(id, shared);
  return shared;
}

/** The same string as a slice of nothing longer: a remembered slice would keep the whole text. */
export function own(text: string): string {
  return ` ${text}`.slice(1);
}
