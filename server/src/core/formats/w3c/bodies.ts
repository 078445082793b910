import type { AttributeValue, Tag } from '../../tags/model.ts';
import { isAttributes, isRecord } from '../../tags/read.ts';
import { isIri } from '../linked.ts';
import { ATTRIBUTES, decoded, ENTITY, STATUS } from './names.ts';
import { listOf } from './selectors.ts';

type Raw = Readonly<Record<string, unknown>>;

/** An entity as a body names it. */
export interface Named {
  /** An IRI, or another name. */
  readonly iri: string;
  /** The registry's id, where the file says it. */
  readonly id?: string;
  readonly name?: string;
}

/** What an annotation says of its target. */
export interface Said extends Pick<Tag, 'by' | 'at' | 'status'> {
  readonly motivations: readonly string[];
  readonly labels: readonly string[];
  readonly notes: readonly string[];
  readonly entity?: Named;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** Bodies that are IRIs: of annotations, where it is a link. */
  readonly iris: readonly string[];
  /** Bodies that nothing could be made of. */
  readonly lost: number;
  /** Keys that nothing is known of. */
  readonly unknown: number;
}

const annotationKeys = new Set([
  '@context',
  'id',
  '@id',
  'type',
  '@type',
  'motivation',
  'body',
  'bodies',
  'bodyValue',
  'target',
  'creator',
  'created',
  'user',
  'uri',
  'text',
  'tags',
  ATTRIBUTES,
  STATUS,
]);
const bodyKeys = new Set([
  'id',
  '@id',
  'type',
  '@type',
  'value',
  'source',
  'purpose',
  'format',
  'language',
  'creator',
  'created',
  'name',
  'label',
  ENTITY,
]);

/** What a body is for that says what kind of thing its target is, and which one. */
const labelling: ReadonlySet<string> = new Set(['classifying', 'tagging']);
const naming: ReadonlySet<string> = new Set(['identifying', 'geotagging', 'georeferencing']);

/** What an annotation says, in the model's terms or in those of Recogito and Hypothes.is. */
export function saidBy(raw: Raw): Said {
  const motivations = listOf(raw.motivation).flatMap((one) =>
    typeof one === 'string' ? [plainTerm(one)] : [],
  );
  const bodies = new Bodies(motivations);
  for (const body of [...listOf(raw.body), ...listOf(raw.bodies)]) bodies.add(body);
  for (const value of [raw.bodyValue, raw.text]) {
    if (typeof value === 'string' && value !== '') bodies.add({ value, purpose: 'commenting' });
  }
  for (const value of listOf(raw.tags)) bodies.add({ value, purpose: 'tagging' });
  const attributes = new Map(bodies.attributes);
  const given = raw[ATTRIBUTES];
  if (isAttributes(given))
    for (const [name, value] of Object.entries(given)) attributes.set(name, value);
  const status = raw[STATUS];
  const holders = [raw, ...listOf(raw.target).filter(isRecord), ...bodies.records];
  const by = first(holders, (holder) => creatorOf(holder.creator ?? holder.user));
  const at = first(holders, ({ created }) => (typeof created === 'string' ? created : undefined));
  return {
    motivations,
    labels: [...bodies.labels.classifying, ...bodies.labels.tagging],
    notes: bodies.notes,
    ...(bodies.entity && { entity: bodies.entity }),
    attributes,
    iris: bodies.iris,
    lost: bodies.lost + (given === undefined || isAttributes(given) ? 0 : 1),
    unknown: bodies.unknown + unknownKeys(raw, annotationKeys),
    ...(by !== undefined && { by }),
    ...(at !== undefined && { at }),
    ...((status === 'suggested' || status === 'rejected') && { status }),
  };
}

class Bodies {
  readonly labels = { classifying: [] as string[], tagging: [] as string[] };
  readonly notes: string[] = [];
  readonly iris: string[] = [];
  readonly attributes = new Map<string, AttributeValue>();
  readonly records: Raw[] = [];
  readonly #motivations: readonly string[];
  entity: Named | undefined;
  lost = 0;
  unknown = 0;

  constructor(motivations: readonly string[]) {
    this.#motivations = motivations;
  }

  add(body: unknown): void {
    if (isRecord(body) && Array.isArray(body.items)) {
      // Of a choice the first is what its author wants to be shown.
      const [chosen, ...others] = body.items as unknown[];
      this.lost += others.length;
      if (isRecord(chosen) && !Array.isArray(chosen.items))
        this.#addOne({ purpose: body.purpose, ...chosen });
      else this.lost++;
    } else if (typeof body === 'string')
      this.#addOne(isIri(body) ? { source: body } : { value: body });
    else if (isRecord(body)) this.#addOne(body);
    else this.lost++;
  }

  #addOne(body: Raw): void {
    this.records.push(body);
    this.unknown += unknownKeys(body, bodyKeys);
    const { text, iri } = contentOf(body);
    const purpose = this.#purposeOf(body, iri !== undefined && text === undefined);
    if (labelling.has(purpose)) {
      const label = text ?? (iri === undefined ? '' : lastPart(iri));
      if (label.trim() === '') this.lost++;
      else this.labels[purpose === 'classifying' ? 'classifying' : 'tagging'].push(label.trim());
      if (text !== undefined && iri !== undefined) this.#say('tag', iri);
    } else if (naming.has(purpose)) this.#name(body, iri ?? text, text);
    else if (iri !== undefined) this.iris.push(iri);
    else if (text === undefined || text === '') this.lost++;
    else if (purpose === 'transcribing') this.#say('transcription', text);
    else this.notes.push(text);
  }

  #name(body: Raw, iri: string | undefined, text: string | undefined): void {
    if (iri === undefined || iri === '' || this.entity) {
      this.lost++;
      return;
    }
    const id = body[ENTITY];
    const name = typeof body.name === 'string' ? body.name : iri === text ? undefined : text;
    this.entity = {
      iri,
      ...(typeof id === 'string' && { id }),
      ...(name !== undefined && { name }),
    };
  }

  #say(name: string, value: string): void {
    if (this.attributes.has(name)) this.lost++;
    else this.attributes.set(name, value);
  }

  /** What a body is for: by itself, or as the annotation's motivations allow for. */
  #purposeOf(body: Raw, isLink: boolean): string {
    const [own] = listOf(body.purpose);
    if (typeof own === 'string') return plainTerm(own);
    if (isLink) {
      const other = this.#motivations.find((motivation) => motivation !== 'tagging');
      return other ?? this.#motivations[0] ?? 'linking';
    }
    const speaks = (motivation: string) => !naming.has(motivation) && motivation !== 'linking';
    return this.#motivations.find(speaks) ?? 'commenting';
  }
}

/** The text and the IRI of a body; Recogito puts a term of a vocabulary as `{id, label}`. */
function contentOf(body: Raw): { text?: string; iri?: string } {
  const { value, source, label } = body;
  const term = isRecord(value) ? value : isRecord(source) ? source : {};
  const text = typeof value === 'string' ? value : (term.label ?? label);
  const iri =
    typeof source === 'string'
      ? source
      : (term.id ?? term.uri ?? (text === undefined ? body.id : undefined));
  return {
    ...(typeof text === 'string' && { text }),
    ...(typeof iri === 'string' && iri !== '' && { iri }),
  };
}

function plainTerm(term: string): string {
  return term.replace(/^(?:oa:|http:\/\/www\.w3\.org\/ns\/oa#)/, '');
}

/** What a creator is called: by a name, else by an account or IRI. */
function creatorOf(creator: unknown): string | undefined {
  const [one] = listOf(creator);
  const name = isRecord(one) ? (one.name ?? one.nickname ?? one.id ?? one['@id']) : one;
  if (typeof name !== 'string' || name === '') return undefined;
  return /^acct:([^@]+)@/.exec(name)?.[1] ?? name;
}

function lastPart(iri: string): string {
  return decoded(/[^/#?:]+(?=[/#?]*$)/.exec(iri)?.[0] ?? iri);
}

function first<T, U>(items: readonly T[], from: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const value = from(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

function unknownKeys(raw: Raw, known: ReadonlySet<string>): number {
  return Object.keys(raw).filter((key) => !known.has(key)).length;
}
