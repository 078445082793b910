/** What of a tag the model has no term for. */
export const ATTRIBUTES = 'glossator:attributes';
export const STATUS = 'glossator:status';
/** The id of an entity in the registry. */
export const ENTITY = 'glossator:entity';

const URN = 'urn:glossator:';
const ENTITY_URN = `${URN}entity:`;

/** What the terms of a file mean: the model's, and ours. */
export const context: readonly unknown[] = [
  'http://www.w3.org/ns/anno.jsonld',
  { glossator: `${URN}ns:`, [ATTRIBUTES]: { '@type': '@json' } },
];

/** The IRI of a tag or relation of a sidecar. */
export function iriOfId(id: string): string {
  return URN + encodeURIComponent(id);
}

/** The IRI of an entity that is known in the corpus alone. */
export function iriOfEntity(id: string): string {
  return ENTITY_URN + encodeURIComponent(id);
}

/** The id in an IRI of ours for an entity, or null. */
export function entityOfIri(iri: string): string | null {
  return iri.startsWith(ENTITY_URN) ? decoded(iri.slice(ENTITY_URN.length)) : null;
}

/** What a sidecar may call an annotation: what is particular in its IRI; null where that is no id. */
export function idOfIri(iri: string): string | null {
  const plain = iri.replace(/^(?:urn:glossator:|urn:uuid:)/i, '');
  const id = decoded(/[^/#?]+(?=[/#?]*$)/.exec(plain)?.[0] ?? '');
  return /^[\p{L}\p{N}._~:-]{1,200}$/u.test(id) ? id : null;
}

/** Percent signs decoded; as it is where they are wrong. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
