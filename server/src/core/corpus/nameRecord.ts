import type { Candidates } from '../recognise/candidates.ts';
import type { EntityCandidate, EntityType, Name } from '../recognise/mentions.ts';
import type { Span } from '../span.ts';

/** A piece of the document whose absolute offset changes while its content does not. */
export interface Part {
  readonly start: number;
}

/** One mention of a name: an absolute span and the text there. */
export interface NameMention extends Span {
  readonly form: string;
}

/**
 * The mentions of one name: all candidates with one key. There are thousands
 * of names in a long text, most with one form and one entity at most, so
 * nothing is made before it is needed.
 */
export class NameRecord {
  readonly key: string;
  readonly #candidatesOf: (part: Part) => Candidates | undefined;
  /** The parts with a mention, in no particular order. */
  readonly #parts: Part[] = [];
  /** The form of every mention, as long as there is only one. */
  #form = '';
  #forms: Map<string, number> | undefined;
  #entities: Map<string, number> | undefined;
  /** The scores of the mentions of each type together. */
  #person = 0;
  #organisation = 0;
  #place = 0;
  #other = 0;
  #count = 0;
  #sure = 0;
  #first: { part: Part; candidate: EntityCandidate } | undefined;

  constructor(key: string, candidatesOf: (part: Part) => Candidates | undefined) {
    this.key = key;
    this.#candidatesOf = candidatesOf;
  }

  get count(): number {
    return this.#count;
  }

  /** Whether some mention does not rest on the others: see `Name.weak`. */
  get sure(): boolean {
    return this.#sure > 0;
  }

  /** The written form, where there is only one. */
  get onlyForm(): string | undefined {
    if (this.#forms === undefined) return this.#form;
    return this.#forms.size === 1 ? this.#forms.keys().next().value : undefined;
  }

  /** How often each written form occurs. */
  get forms(): ReadonlyMap<string, number> {
    this.#forms ??= new Map([[this.#form, this.#count]]);
    return this.#forms;
  }

  /** The type that the mentions vote for. */
  get type(): EntityType {
    const most = Math.max(this.#person, this.#organisation, this.#place, this.#other);
    if (this.#person === most) return 'PER';
    if (this.#organisation === most) return 'ORG';
    return this.#place === most ? 'LOC' : 'MISC';
  }

  /** The registry entity that most mentions matched, or null. */
  get entity(): string | null {
    if (this.#entities === undefined) return null;
    let best: string | null = null;
    let most = 0;
    for (const [entity, count] of this.#entities) {
      if (count > most) [best, most] = [entity, count];
    }
    return best;
  }

  /** The first mention in the text. */
  get first(): NameMention {
    this.#first ??= this.#findFirst();
    return placed(this.#first.part, this.#first.candidate);
  }

  #findFirst(): { part: Part; candidate: EntityCandidate } {
    let part = this.#parts[0];
    for (const other of this.#parts) if (other.start < part.start) part = other;
    const candidates = this.#candidatesOf(part);
    const at = candidates?.names.findIndex(({ key }) => key === this.key) ?? -1;
    if (candidates === undefined || at < 0)
      throw new Error(`“${this.key}” is not in the part that was said to have it.`);
    return { part, candidate: candidates.at(at) };
  }

  /** Every mention in text order. */
  mentions(): NameMention[] {
    const found: NameMention[] = [];
    for (const part of [...this.#parts].sort((a, b) => a.start - b.start)) {
      const candidates = this.#candidatesOf(part);
      if (candidates === undefined) continue;
      const { names } = candidates;
      for (let at = 0; at < names.length; at++) {
        if (names[at].key === this.key) found.push(placed(part, candidates.at(at)));
      }
    }
    return found;
  }

  /** Counts a mention in, all those of one part in turn; whether it is the first of its type. */
  add(part: Part, name: Name): boolean {
    if (this.#parts[this.#parts.length - 1] !== part) this.#parts.push(part);
    if (this.#first && part.start < this.#first.part.start) this.#first = undefined;
    return this.#tally(name, 1) === name.score;
  }

  /** Takes one of the part's mentions out; all of them must be. Whether it was the last of its type. */
  remove(part: Part, name: Name): boolean {
    const at = this.#parts.lastIndexOf(part);
    const last = at < 0 ? undefined : this.#parts.pop();
    if (last !== undefined && at < this.#parts.length) this.#parts[at] = last;
    if (this.#first?.part === part) this.#first = undefined;
    return this.#tally(name, -1) === 0;
  }

  /** Counts a mention in (1) or out (−1); the scores of its type together. */
  #tally({ form, type, entity, score, weak }: Name, by: 1 | -1): number {
    if (this.#count === 0) this.#form = form;
    else if (form !== this.#form) this.#forms ??= new Map([[this.#form, this.#count]]);
    if (this.#forms) count(this.#forms, form, by);
    this.#count += by;
    if (!weak) this.#sure += by;
    if (entity !== undefined) {
      this.#entities ??= new Map();
      count(this.#entities, entity, by);
    }
    return this.#vote(type, by * score);
  }

  /** Adds to what a type's mentions score together; what they score then. */
  #vote(type: EntityType, score: number): number {
    if (type === 'PER') {
      this.#person += score;
      return this.#person;
    }
    if (type === 'ORG') {
      this.#organisation += score;
      return this.#organisation;
    }
    if (type === 'LOC') {
      this.#place += score;
      return this.#place;
    }
    this.#other += score;
    return this.#other;
  }
}

/** The candidate's span in the document. */
export function placed(part: Part, { start, end, name }: EntityCandidate): NameMention {
  return { start: part.start + start, end: part.start + end, form: name.form };
}

/** Adds to a tally; what comes to nothing is taken out. */
export function count<Key>(tally: Map<Key, number>, key: Key, by: number): void {
  const total = (tally.get(key) ?? 0) + by;
  if (total === 0) tally.delete(key);
  else tally.set(key, total);
}
