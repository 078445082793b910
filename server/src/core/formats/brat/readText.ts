import type { Entity } from '../../corpus/registry.ts';
import type { FileProblem, FormatFile, ReadRelation, ReadTag, ReadText } from '../format.ts';
import { type Loss, Losses } from '../losses.ts';
import type { Counting } from './counting.ts';
import { columnOf, type Piece } from './pieces.ts';
import { likeliest, placed } from './placing.ts';
import { entityFrom, entityRecord, type Pages } from './references.ts';
import { Roles } from './roles.ts';
import { readStatements, type Saying, type Statement } from './statements.ts';
import { type ListedValues, valueFrom } from './values.ts';

/** A text and the files that say something of it. */
export interface Source {
  /** Path of the text. */
  readonly file: string;
  readonly text: string;
  readonly annotations: readonly FormatFile[];
}

/** What the configuration of a text's folder says. */
export interface Known {
  readonly listed: ListedValues;
  /** The roles of its events. */
  readonly roles: ReadonlySet<string>;
  readonly pages: Pages;
}

/** What is read of one text. */
export interface Result {
  readonly text: ReadText;
  readonly entities: readonly Entity[];
  readonly problems: readonly FileProblem[];
  readonly losses: readonly Loss[];
}

/** A tag while its statements are gathered. */
interface Gathered {
  readonly ref: string;
  readonly label: string;
  readonly pieces: readonly Piece[];
  readonly attributes: Map<string, NonNullable<ReadTag['attributes']>[string]>;
  readonly notes: string[];
  entity?: string;
}

type Of<K extends Saying['kind']> = Extract<Statement, { kind: K }>;

/** Reads what the files say of a text. */
export function readText(source: Source, known: Known): Result {
  const read = source.annotations.map(readStatements);
  const reader = new TextReader(
    source,
    known,
    read.flatMap(({ problems }) => problems),
  );
  return reader.read(read.flatMap(({ statements }) => statements));
}

class TextReader {
  readonly #file: string;
  readonly #text: string;
  readonly #known: Known;
  readonly #problems: FileProblem[];
  readonly #losses = new Losses();
  readonly #tags = new Map<string, Gathered>();
  /** The trigger of each event that can be read, by the event's id. */
  readonly #triggers = new Map<string, string>();
  readonly #relations: ReadRelation[] = [];
  readonly #entities: Entity[] = [];

  constructor({ file, text }: Source, known: Known, problems: FileProblem[]) {
    this.#file = file;
    this.#text = text;
    this.#known = known;
    this.#problems = problems;
  }

  read(all: readonly Statement[]): Result {
    const statements = this.#withoutDoubles(all);
    const of = <K extends Saying['kind']>(kind: K) =>
      statements.filter((statement): statement is Of<K> => statement.kind === kind);
    const tags = of('tag');
    const count = likeliest(this.#text, tags);
    for (const tag of tags) this.#addTag(tag, count);
    const events = of('event').filter((event) => this.#addTrigger(event));
    const related = new Set(of('relation').map(({ id }) => id));
    for (const relation of of('relation')) this.#addRelation(relation);
    for (const equivalence of of('equivalence')) this.#addEquivalence(equivalence);
    this.#addRoles(events);
    for (const attribute of of('attribute')) {
      if (related.has(attribute.target)) this.#lose('attributes');
      else this.#addAttribute(attribute);
    }
    for (const reference of of('reference')) {
      if (related.has(reference.target)) this.#lose('entity');
      else this.#addReference(reference);
    }
    for (const note of of('note')) this.#addNote(note);
    this.#losses.add(this.#file, 'note', of('comment').length);
    return {
      text: {
        file: this.#file,
        text: this.#text,
        tags: Array.from(this.#tags.values(), readTag),
        relations: this.#relations,
      },
      entities: this.#entities,
      problems: this.#problems,
      losses: this.#losses.list(),
    };
  }

  /** The statements without those whose id an earlier one has; notes may share theirs. */
  #withoutDoubles(statements: readonly Statement[]): Statement[] {
    const ids = new Set<string>();
    return statements.filter((statement) => {
      const { id, kind } = statement;
      if (kind === 'equivalence' || kind === 'note' || kind === 'comment') return true;
      if (ids.has(id)) {
        this.#report(statement, `The id “${id}” stands there twice; this line is left out.`);
        return false;
      }
      ids.add(id);
      return true;
    });
  }

  #addTag(statement: Of<'tag'>, count: Counting): void {
    const { pieces, faults } = placed(statement, this.#text, count);
    for (const fault of faults) this.#report(statement, fault);
    if (!pieces) return;
    const { id } = statement;
    const label = statement.label.replace(/[\s\p{Cc}]+/gu, '_');
    if (label !== statement.label) this.#lose('title');
    this.#tags.set(id, { ref: id, label, pieces, attributes: new Map(), notes: [] });
  }

  #addTrigger(event: Of<'event'>): boolean {
    if (!this.#tags.has(event.trigger)) {
      this.#missing(event, event.trigger);
      return false;
    }
    this.#triggers.set(event.id, event.trigger);
    this.#lose('event');
    return true;
  }

  #addRelation(statement: Of<'relation'>): void {
    const { label, ends } = statement;
    const [from, to] = ends.map(({ target }) => this.#refOf(statement, target));
    if (from === undefined || to === undefined) return;
    if (ends[0].role !== 'Arg1' || ends[1].role !== 'Arg2') this.#lose('other');
    this.#relations.push({ label, from, to });
  }

  #addEquivalence(statement: Of<'equivalence'>): void {
    const members = statement.members.flatMap((ref) => this.#refOf(statement, ref) ?? []);
    const [from, ...others] = members;
    for (const to of others) this.#relations.push({ label: statement.label, from, to });
  }

  /** Makes relations from the triggers of events to what plays a role in them; each stands once. */
  #addRoles(events: readonly Of<'event'>[]): void {
    const roles = new Roles(events, this.#known.roles);
    const there = new Set<string>();
    for (const event of events) {
      for (const { role, target } of event.roles) {
        const to = this.#refOf(event, target);
        const label = roles.named(role);
        const key = [label, event.trigger, to].join(' ');
        if (to === undefined || there.has(key)) continue;
        there.add(key);
        this.#relations.push({ label, from: event.trigger, to });
      }
    }
  }

  #addAttribute(statement: Of<'attribute'>): void {
    const { name, target, value } = statement;
    const attributes = this.#tagOf(statement, target)?.attributes;
    if (!attributes) return;
    const read = valueFrom(value, this.#known.listed.get(name));
    if (attributes.has(name)) {
      if (attributes.get(name) !== read) this.#lose('attributes');
    } else {
      attributes.set(name, read);
    }
  }

  #addReference(statement: Of<'reference'>): void {
    const tag = this.#tagOf(statement, statement.target);
    if (!tag) return;
    const { record } = statement;
    const entity = entityFrom(record);
    if (tag.entity !== undefined && tag.entity !== entity) {
      this.#lose('entity');
      return;
    }
    tag.entity = entity;
    const quote = columnOf(this.#text, tag.pieces).replace(/\s+/g, ' ').trim();
    const name = statement.name || quote || entity;
    this.#entities.push(entityRecord(record, name, tag.label, this.#known.pages));
  }

  #addNote(statement: Of<'note'>): void {
    const { type, target, text } = statement;
    const ref = this.#tags.has(target) ? target : this.#triggers.get(target);
    const tag = ref === undefined ? undefined : this.#tags.get(ref);
    if (tag && type === 'AnnotatorNotes') tag.notes.push(text);
    else this.#lose('note');
  }

  /** The tag that an id stands for: its own, or the trigger of the event; reports where there is none. */
  #tagOf(statement: Statement, id: string): Gathered | undefined {
    const tag = this.#tags.get(id) ?? this.#tags.get(this.#triggers.get(id) ?? '');
    if (!tag) this.#missing(statement, id);
    return tag;
  }

  #refOf(statement: Statement, id: string): string | undefined {
    return this.#tagOf(statement, id)?.ref;
  }

  #missing(statement: Statement, id: string): void {
    this.#report(
      statement,
      `“${statement.id}” names “${id}”, which is not there; what it says of it is left out.`,
    );
  }

  #lose(what: Loss['what']): void {
    this.#losses.add(this.#file, what);
  }

  #report({ path, line }: Statement, message: string): void {
    this.#problems.push({ path, line, message });
  }
}

function readTag({ ref, label, pieces, entity, attributes, notes }: Gathered): ReadTag {
  return {
    ref,
    label,
    start: pieces[0][0],
    end: pieces[pieces.length - 1][1],
    ...(pieces.length > 1 && { fragments: pieces }),
    ...(entity !== undefined && { entity }),
    ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
  };
}
