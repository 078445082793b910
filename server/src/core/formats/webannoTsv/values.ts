import type { AttributeValue } from '../../tags/model.ts';

/** The layer that our tags are written in; WebAnno and INCEpTION have it in every project. */
export const SPANS = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';

/** Its feature for the label. */
export const LABEL = 'value';

/** The feature for the entity. */
export const ENTITY = 'identifier';

/** The feature for the note, which the layer has only where someone adds it. */
export const NOTE = 'note';

/** The layer that our relations are written in, and its feature for the label. */
export const RELATIONS = 'webanno.custom.Relation';

/** The value of a feature, which has no type in the file: a number or a truth value where it is written as one. */
export function valueFrom(said: string): AttributeValue {
  if (said === 'true' || said === 'false') return said === 'true';
  const number = Number(said);
  return Number.isFinite(number) && String(number) === said ? number : said;
}
