import type { Candidates } from '../recognise/candidates.ts';
import type {
  AbbreviationDefinition,
  EntityCandidate,
  EntitySource,
  EntityType,
  Name,
} from '../recognise/mentions.ts';
import { firstIndex } from '../search.ts';
import type { Span } from '../span.ts';
import { type Definition, Definitions } from './definitions.ts';
import { FullNames } from './fullNames.ts';
import { type NameMention, NameRecord, type Part, placed } from './nameRecord.ts';

export type { NameMention, Part } from './nameRecord.ts';

/** A mention of an entity with whole-document knowledge added. */
export interface EntityMention extends Span {
  readonly type: EntityType;
  readonly entity: string | null;
  /** All entity ids whose alias matched, when more than one did. */
  readonly entities?: readonly string[];
  readonly source: EntitySource;
  /** The defining mention: an abbreviation's expansion, or the fullest name in this text. Null where the mention itself is it. */
  readonly definition: Span | null;
  /** See `Name.key`; of the name the mention was resolved to. */
  readonly key: string;
  readonly why: string;
}

/** What the text knows of one name. */
export interface NameSummary {
  readonly count: number;
  readonly type: EntityType;
  /** Registry id, or null. */
  readonly entity: string | null;
  /** The first mention in the text. */
  readonly first: NameMention;
  /** The written form, where there is only one. */
  readonly onlyForm: string | undefined;
  /** How often each written form occurs. */
  readonly forms: ReadonlyMap<string, number>;
}

/** One place where the text defines an abbreviation; spans are absolute. */
export interface DefinedAbbreviation {
  /** Keys of the two names. */
  readonly shortKey: string;
  readonly longKey: string;
  readonly short: NameMention;
  readonly long: NameMention;
}

/** What a part holds. */
interface Contribution {
  readonly candidates: Candidates;
  readonly definitions: readonly Definition[];
}

/** What a mention stands for: another name of the text. */
interface Antecedent {
  readonly record: NameRecord;
  readonly definition: Span;
  readonly source: EntitySource;
  readonly why: string;
}

/**
 * What all parts of one text know together about its names. Adding and
 * removing a part costs what the part holds. Parts may be added in any order.
 */
export class NameIndex {
  readonly #parts = new Map<Part, Contribution>();
  readonly #names = new Map<string, NameRecord>();
  #listed: (readonly [string, NameRecord])[] | undefined;
  readonly #fullNames = new FullNames();
  readonly #definitions = new Map<string, Definitions>();
  readonly #candidatesOf = (part: Part) => this.#parts.get(part)?.candidates;

  /** Takes in what was recognised in a part; offsets are relative to it. */
  add(part: Part, candidates: Candidates, abbreviations: readonly AbbreviationDefinition[]): void {
    this.remove(part);
    this.#listed = undefined;
    const definitions = abbreviations.flatMap(({ short, long }) => {
      const found = { short: candidateAt(candidates, short), long: candidateAt(candidates, long) };
      return found.short && found.long ? [{ short: found.short, long: found.long }] : [];
    });
    this.#parts.set(part, { candidates, definitions });
    for (const name of candidates.names) {
      if (this.#record(name.key).add(part, name)) this.#fullNames.add(name);
    }
    for (const definition of definitions) {
      const { key } = definition.short.name;
      const places = this.#definitions.get(key) ?? new Definitions();
      places.add(part, definition);
      this.#definitions.set(key, places);
    }
  }

  /** Forgets a part; one that was never added changes nothing. */
  remove(part: Part): void {
    const contribution = this.#parts.get(part);
    if (contribution === undefined) return;
    this.#parts.delete(part);
    this.#listed = undefined;
    for (const { short } of contribution.definitions) {
      const places = this.#definitions.get(short.name.key);
      places?.remove(part);
      if (places?.isEmpty) this.#definitions.delete(short.name.key);
    }
    for (const name of contribution.candidates.names) {
      const record = this.#record(name.key);
      if (record.remove(part, name)) this.#fullNames.remove(name);
      if (record.count === 0) this.#names.delete(name.key);
    }
  }

  /**
   * The mention with its type, entity and definition as the whole text shows
   * them; its part must have been added. Null for a weak candidate whose name
   * the text has nowhere else.
   */
  resolve(candidate: EntityCandidate, part: Part): EntityMention | null {
    const { name } = candidate;
    const { start, end } = placed(part, candidate);
    const own = this.#names.get(name.key);
    const antecedent = this.#antecedent(name, start);
    if (name.weak && !own?.sure && antecedent === null) return null;
    const record = antecedent?.record ?? own;
    const definition = antecedent?.definition ?? own?.first;
    const certain = name.source === 'registry';
    return {
      start,
      end,
      type: certain || record === undefined ? name.type : record.type,
      entity: name.entity ?? record?.entity ?? null,
      ...(name.entities === undefined ? {} : { entities: name.entities }),
      source: certain ? name.source : (antecedent?.source ?? name.source),
      definition:
        definition === undefined || definition.start === start
          ? null
          : { start: definition.start, end: definition.end },
      key: record?.key ?? name.key,
      why: certain || antecedent === null ? name.why : antecedent.why,
    };
  }

  /** Every name of the text under its key, in no particular order; made once for what is asked between two changes. */
  keys(): readonly (readonly [key: string, name: NameSummary])[] {
    this.#listed ??= [...this.#names].filter(([, { sure }]) => sure);
    return this.#listed;
  }

  /** The name with this key, or undefined. */
  name(key: string): NameSummary | undefined {
    const record = this.#names.get(key);
    return record?.sure ? record : undefined;
  }

  /** The mentions with this key in text order; surnames and short forms have keys of their own. */
  mentionsOf(key: string): NameMention[] {
    return this.#names.get(key)?.mentions() ?? [];
  }

  /** Every definition of an abbreviation. */
  *abbreviations(): Iterable<DefinedAbbreviation> {
    for (const [shortKey, places] of this.#definitions) {
      for (const { part, short, long } of places.all()) {
        yield {
          shortKey,
          longKey: long.name.key,
          short: placed(part, short),
          long: placed(part, long),
        };
      }
    }
  }

  #record(key: string): NameRecord {
    let record = this.#names.get(key);
    if (record === undefined) {
      record = new NameRecord(key, this.#candidatesOf);
      this.#names.set(key, record);
    }
    return record;
  }

  #antecedent({ key, type, source }: Name, at: number): Antecedent | null {
    return (
      this.#expansion(key) ?? this.#fullName(key, type, at, source) ?? this.#fullerName(key, type)
    );
  }

  /** The only longer name of an organisation that ends with the key (`Kikot Moscow University`). */
  #fullerName(key: string, type: EntityType): Antecedent | null {
    const longer = type === 'ORG' ? this.#fullNames.endingWith(key) : undefined;
    const record = longer === undefined ? undefined : this.#names.get(longer);
    if (record === undefined) return null;
    const { first } = record;
    return { record, definition: first, source: 'name', why: `short for “${first.form}”` };
  }

  /** The expansion of a short form that the text defines; of several the first. */
  #expansion(key: string): Antecedent | null {
    const first = this.#definitions.get(key)?.first;
    const record = first && this.#names.get(first.long.name.key);
    if (first === undefined || record === undefined) return null;
    const long = placed(first.part, first.long);
    return { record, definition: long, source: 'abbreviation', why: `short for “${long.form}”` };
  }

  /** The full name of which the key is the surname, or the first name if it is nobody's surname. */
  #fullName(key: string, type: EntityType, at: number, source?: EntitySource): Antecedent | null {
    if (type !== 'PER' && source !== 'capitals') return null;
    if (key.includes(' ')) return null;
    const surname = this.#nearest(this.#fullNames.withSurname(key), at);
    const person = surname === null ? this.#fullNames.withFirstName(key) : undefined;
    const record = surname ?? (person === undefined ? undefined : this.#names.get(person));
    if (record === undefined) return null;
    const { first } = record;
    const why = `${surname === null ? 'first name' : 'surname'} of “${first.form}”`;
    return { record, definition: first, source: 'surname', why };
  }

  /** Of several full names the one last introduced before the offset, or else the first one. */
  #nearest(names: readonly string[], at: number): NameRecord | null {
    let best: NameRecord | null = null;
    for (const key of names) {
      const record = this.#names.get(key);
      if (record === undefined) continue;
      const start = record.first.start;
      if (best === null) best = record;
      else if (
        best.first.start > at ? start < best.first.start : start <= at && start > best.first.start
      ) {
        best = record;
      }
    }
    return best;
  }
}

/** The candidate with exactly the span, or the one that covers it. */
function candidateAt(candidates: Candidates, span: Span): EntityCandidate | undefined {
  const { length } = candidates;
  const at = firstIndex(length, (i) => candidates.endOf(i) > span.start);
  return at < length && candidates.startOf(at) < span.end ? candidates.at(at) : undefined;
}
