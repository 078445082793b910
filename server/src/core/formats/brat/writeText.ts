import type { Entity } from '../../corpus/registry.ts';
import type { AttributeValue, Tag } from '../../tags/model.ts';
import { CodePoints } from '../codePoints.ts';
import type { TaggedText } from '../format.ts';
import type { Losses } from '../losses.ts';
import { brokenUp, columnOf, hasHard, type Piece, rejoined } from './pieces.ts';
import { recordOf } from './references.ts';
import type { Attribute } from './usage.ts';
import { valueFrom } from './values.ts';

/** What the texts of a corpus share. */
export interface Shared {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly entities: ReadonlyMap<string, Entity>;
}

/** The `.ann` file of a text; what it cannot hold is added to the losses. */
export function writeText(tagged: TaggedText, shared: Shared, losses: Losses): string {
  return new TextWriter(tagged, shared, losses).write();
}

class TextWriter {
  readonly #tagged: TaggedText;
  readonly #shared: Shared;
  readonly #losses: Losses;
  readonly #points: CodePoints;
  readonly #relations: string[] = [];
  readonly #attributes: string[] = [];
  readonly #references: string[] = [];
  readonly #notes: string[] = [];

  constructor(tagged: TaggedText, shared: Shared, losses: Losses) {
    this.#tagged = tagged;
    this.#shared = shared;
    this.#losses = losses;
    this.#points = new CodePoints(tagged.text);
  }

  write(): string {
    const { tags } = this.#tagged.sidecar;
    const refs = new Map(tags.map(({ id }, i) => [id, `T${i + 1}`]));
    const tagLines = tags.map((tag, i) => {
      const ref = `T${i + 1}`;
      this.#addAttributes(ref, tag);
      this.#addReference(ref, tag);
      this.#addNotes(ref, tag);
      return this.#tagLine(ref, tag);
    });
    this.#addRelations(refs);
    const all = [tagLines, this.#relations, this.#attributes, this.#references, this.#notes].flat();
    return all.map((line) => `${line}\n`).join('');
  }

  #tagLine(ref: string, { label, start, end, fragments }: Tag): string {
    const { text } = this.#tagged;
    const whole: readonly Piece[] = fragments?.length ? fragments : [[start, end]];
    const pieces = brokenUp(text, whole);
    const back = rejoined(text, pieces);
    if (back[0][0] !== start || back[back.length - 1][1] !== end) this.#lose('boundary');
    else if (back.flat().join() !== whole.flat().join()) this.#lose('fragments');
    const spans = pieces.map((piece) => piece.map((at) => this.#points.fromUnits(at)).join(' '));
    return `${ref}\t${this.#word(label)} ${spans.join(';')}\t${columnOf(text, pieces)}`;
  }

  #addRelations(refs: ReadonlyMap<string, string>): void {
    const equivalences = new Map<string, string[]>();
    let count = 0;
    for (const { label, from, to } of this.#tagged.sidecar.relations) {
      const [one, other] = [refs.get(from), refs.get(to)];
      if (one === undefined || other === undefined) {
        this.#lose('relations');
      } else if (label === 'Equiv') {
        equivalences.set(one, [...(equivalences.get(one) ?? []), other]);
      } else {
        count++;
        this.#relations.push(`R${count}\t${this.#word(label)} Arg1:${one} Arg2:${other}`);
      }
    }
    for (const [one, others] of equivalences) {
      this.#relations.push(`*\tEquiv ${[one, ...others].join(' ')}`);
    }
  }

  #addAttributes(ref: string, { attributes = {} }: Tag): void {
    for (const [name, value] of Object.entries(attributes)) {
      const said = this.#attributeSaid(name, value);
      if (said === undefined) {
        this.#lose('attributes');
        continue;
      }
      const id = `A${this.#attributes.length + 1}`;
      this.#attributes.push(`${id}\t${name} ${ref}${said}`);
    }
  }

  /** What stands behind the tag's id for a value; undefined where it would be read as something else. */
  #attributeSaid(name: string, value: AttributeValue): string | undefined {
    if (name === '' || hasHard(name) || /\s/.test(name)) return undefined;
    if (value === true) return '';
    const said = String(value);
    if (said === '' || hasHard(said) || said.trim() !== said) return undefined;
    const listed = this.#shared.attributes.get(name)?.values;
    return valueFrom(said, listed) === value ? ` ${said}` : undefined;
  }

  #addReference(ref: string, { entity }: Tag): void {
    if (entity === undefined) return;
    const record = recordOf(entity);
    if (record === undefined) {
      this.#lose('entity');
      return;
    }
    const name = this.#shared.entities.get(entity)?.name ?? '';
    const id = `N${this.#references.length + 1}`;
    this.#references.push(`${id}\tReference ${ref} ${record}\t${inLine(name).trim()}`);
  }

  /** Writes a note for each line of the tag's note. */
  #addNotes(ref: string, { note }: Tag): void {
    if (note === undefined) return;
    const lines = note.split('\n');
    if (lines.some((line) => inLine(line) !== line)) this.#lose('note');
    for (const line of lines) {
      const id = `#${this.#notes.length + 1}`;
      this.#notes.push(`${id}\tAnnotatorNotes ${ref}\t${inLine(line)}`);
    }
  }

  /** A label without white space, which would end it. */
  #word(label: string): string {
    const word = label.replace(/[\s\p{Cc}]+/gu, '_') || '_';
    if (word !== label) this.#lose('title');
    return word;
  }

  #lose(what: 'attributes' | 'boundary' | 'entity' | 'fragments' | 'note' | 'relations' | 'title') {
    this.#losses.add(this.#tagged.file, what);
  }
}

/** A text with spaces for what would end its line for some reader; tabs stay. */
function inLine(text: string): string {
  return text.replace(/[^\P{Cc}\t]|[\p{Zl}\p{Zp}]/gu, ' ');
}
