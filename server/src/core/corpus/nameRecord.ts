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
  #votes: Record<EntityType, number> = { PER: 0, ORG: 0, LOC: 0, MISC: 0 };
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

  /** How often each written form occurs. */
  get forms(): ReadonlyMap<string, number> {
    return this.#forms ?? new Map([[this.#form, this.#count]]);
  }

  /** The type that the mentions vote for. */
  get type(): EntityType {
    const { PER, ORG, LOC, MISC } = this.#votes;
    const most = Math.max(PER, ORG, LOC, MISC);
    if (PER === most) return 'PER';
    if (ORG === most) return 'ORG';
    return LOC === most ? 'LOC' : 'MISC';
  }

  /** The registry entity that most mentions matched, or null. */
  get entity(): string | null {
    let best: string | null = null;
    let most = 0;
    for (const [entity, count] of this.#entities ?? []) {
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
    const part = this.#parts.reduce((a, b) => (b.start < a.start ? b : a));
    for (const candidate of this.#mentionsIn(part)) return { part, candidate };
    throw new Error(`“${this.key}” is not in the part that was said to have it.`);
  }

  *#mentionsIn(part: Part): Iterable<EntityCandidate> {
    const candidates = this.#candidatesOf(part);
    const names = candidates?.names ?? [];
    for (let at = 0; at < names.length; at++) {
      if (candidates && names[at].key === this.key) yield candidates.at(at);
    }
  }

  /** Every mention in text order. */
  mentions(): NameMention[] {
    return this.#parts
      .toSorted((a, b) => a.start - b.start)
      .flatMap((part) => [...this.#mentionsIn(part)].map((candidate) => placed(part, candidate)));
  }

  /** Counts a mention in, all those of one part in turn; whether it is the first of its type. */
  add(part: Part, name: Name): boolean {
    const isNew = this.#votes[name.type] === 0;
    if (this.#parts[this.#parts.length - 1] !== part) this.#parts.push(part);
    if (this.#first && part.start < this.#first.part.start) this.#first = undefined;
    this.#tally(name, 1);
    return isNew;
  }

  /** Takes one of the part's mentions out; all of them must be. Whether it was the last of its type. */
  remove(part: Part, name: Name): boolean {
    const at = this.#parts.lastIndexOf(part);
    const last = at < 0 ? undefined : this.#parts.pop();
    if (last !== undefined && at < this.#parts.length) this.#parts[at] = last;
    if (this.#first?.part === part) this.#first = undefined;
    this.#tally(name, -1);
    return this.#votes[name.type] === 0;
  }

  #tally({ form, type, entity, score, weak }: Name, by: 1 | -1): void {
    if (this.#count === 0) this.#form = form;
    else if (form !== this.#form) this.#forms ??= new Map([[this.#form, this.#count]]);
    if (this.#forms) count(this.#forms, form, by);
    this.#count += by;
    if (!weak) this.#sure += by;
    this.#votes[type] += by * score;
    if (entity === undefined) return;
    this.#entities ??= new Map();
    count(this.#entities, entity, by);
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
