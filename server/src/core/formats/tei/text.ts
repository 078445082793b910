import type { Feature } from '../losses.ts';
import { apart, blocks, labelOf, leftOut, plain } from './elements.ts';
import { elementsIn, idOf, isTextNode, nameOf, XmlElement } from './parse.ts';
import { characterOf } from './xml.ts';

/** Where an element lies in the text, in UTF-16 units. */
export interface Place {
  readonly element: XmlElement;
  /** Of an empty element the next character's place. */
  start: number;
  end: number;
}

/** What the text of a document is, and where its elements lie. */
export interface TextWithPlaces {
  readonly text: string;
  /** The elements that mark tags. */
  readonly tags: readonly Place[];
  /** Every element that has an id, by it; of two with one id the first. */
  readonly byId: ReadonlyMap<string, Place>;
  readonly notes: readonly XmlElement[];
  /** Whether it has a text at all, not only lists of records. */
  readonly any: boolean;
  /** What is not in it. */
  readonly counts: ReadonlyMap<Feature, number>;
}

const UNKNOWN = -1;
const READINGS = /^(corr|sic|reg|orig|expan|abbr|lem|rdg)$/;

/**
 * The text of an element. White space is collapsed and lines end where
 * elements that are blocks do, except where `xml:space` says that it matters:
 * there the text is as it is.
 * @param own whether this program wrote the file
 */
export function textOf(element: XmlElement, own: boolean): TextWithPlaces {
  const walker = new Walker(own);
  walker.walk(element, false);
  return walker.finish();
}

class Walker {
  readonly #own: boolean;
  readonly #pieces: string[] = [];
  /** Units of the text so far, and the last one of them. */
  #length = 0;
  #last = '';
  #space = false;
  #line = false;
  /** Whether the next characters belong to the last ones without white space between. */
  #glue = false;
  /** Whether the last characters stood where white space does not matter. */
  #lastCollapsed = false;
  #any = false;
  /** Places whose start is the next character's. */
  #waiting: Place[] = [];
  readonly #tags: Place[] = [];
  readonly #byId = new Map<string, Place>();
  readonly #notes: XmlElement[] = [];
  readonly #counts = new Map<Feature, number>();

  constructor(own: boolean) {
    this.#own = own;
  }

  walk(element: XmlElement, around: boolean): void {
    const name = nameOf(element);
    const space = element.attributes['xml:space'];
    const preserve = space === undefined ? around : space === 'preserve';
    if (apart.has(name) || this.#leavesOut(element, name)) return;
    if (this.#milestone(element, name, preserve)) return;
    const block = blocks.has(name);
    if (block) this.#line = true;
    if (block && name !== 'text' && name !== 'body' && !name.startsWith('div')) this.#any = true;
    if (name === 'cell' && this.#length > 0 && this.#last !== '\n' && !this.#line) {
      this.#space = false;
      this.#put('\t');
    }
    if (/^(left|both)$/.test(element.attributes.join ?? '')) this.#glue = true;
    const place = this.#open(element, name, preserve);
    for (const child of this.#read(element, name)) {
      if (isTextNode(child)) this.#addText(child.text, preserve);
      else if (child instanceof XmlElement) this.walk(child, preserve);
    }
    if (place) this.#close(place);
    if (/^(right|both)$/.test(element.attributes.join ?? '')) this.#glue = true;
    if (block) this.#line = true;
  }

  finish(): TextWithPlaces {
    if (this.#line && this.#lastCollapsed && this.#length > 0 && this.#last !== '\n') {
      this.#append('\n');
    }
    for (const place of this.#waiting) place.start = this.#length;
    return {
      text: this.#pieces.join(''),
      tags: this.#tags,
      byId: this.#byId,
      notes: this.#notes,
      any: this.#any || this.#length > 0,
      counts: this.#counts,
    };
  }

  /** Notes and what else is no text of the document. */
  #leavesOut(element: XmlElement, name: string): boolean {
    if (name === 'note') this.#notes.push(element);
    else if (leftOut.has(name)) this.#count('other');
    else return false;
    return true;
  }

  /** What stands for a character, a line end, or a point in the text. */
  #milestone(element: XmlElement, name: string, preserve: boolean): boolean {
    if (name === 'g') {
      const character = characterOf(element.attributes.n);
      if (character !== null) this.#put(character, preserve);
      else if (element.children.length > 0) return false;
      else this.#count('other');
      return true;
    }
    if (name === 'space') {
      this.#space = true;
      return true;
    }
    if (!/^([lpcg]b|milestone)$/.test(name)) return false;
    if (name !== 'lb') this.#count('other');
    if (element.attributes.break === 'no') this.#glue = true;
    else if (name === 'lb') this.#line = true;
    else this.#space ||= !preserve && element.attributes.break === 'yes';
    return true;
  }

  #open(element: XmlElement, name: string, preserve: boolean): Place | null {
    const id = idOf(element);
    const { type, ana } = element.attributes;
    const marks = labelOf(name, type, ana, this.#own) !== null;
    if (!marks && !blocks.has(name) && !plain.has(name) && name !== 'g') this.#count('other');
    if (!marks && id === undefined) return null;
    const place: Place = { element, start: UNKNOWN, end: UNKNOWN };
    if (marks) this.#tags.push(place);
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, place);
    if (preserve && !blocks.has(name)) {
      this.#flush();
      place.start = this.#length;
    } else {
      this.#waiting.push(place);
    }
    return place;
  }

  #close(place: Place): void {
    place.end = this.#length;
    if (place.start !== UNKNOWN || nameOf(place.element) === 'anchor') return;
    place.start = place.end;
    this.#waiting = this.#waiting.filter((other) => other !== place);
  }

  /** The children to read: of several readings one. */
  #read(element: XmlElement, name: string): XmlElement['children'] {
    if (!/^(choice|app|rdgGrp)$/.test(name)) return element.children;
    const readings = elementsIn(element).filter((child) => nameOf(child) !== 'note');
    const wanted = name === 'choice' ? ['corr', 'reg', 'expan'] : ['lem', 'rdg'];
    const best = wanted.flatMap((reading) => readings.filter((r) => nameOf(r) === reading));
    const one = best[0] ?? readings[0];
    if (one === undefined) return [];
    this.#count('other', readings.length - 1);
    return READINGS.test(nameOf(one)) ? one.children : [one];
  }

  #addText(text: string, preserve: boolean): void {
    if (preserve) {
      if (text !== '') this.#put(text, true);
      return;
    }
    for (const part of text.split(/([ \t\r\n]+)/)) {
      if (part === '') continue;
      if (/^[ \t\r\n]/.test(part)) this.#space = true;
      else this.#put(part);
    }
  }

  #put(text: string, preserve = false): void {
    this.#flush();
    for (const place of this.#waiting) place.start = this.#length;
    this.#waiting = [];
    this.#append(text);
    this.#lastCollapsed = !preserve;
  }

  /** Writes the white space that is due. */
  #flush(): void {
    const last = this.#last;
    if (!this.#glue && last !== '' && last !== '\n') {
      if (this.#line) this.#append('\n');
      else if (this.#space && last !== ' ' && last !== '\t') this.#append(' ');
    }
    this.#line = false;
    this.#space = false;
    this.#glue = false;
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    this.#last = text.at(-1) ?? this.#last;
  }

  #count(what: Feature, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }
}
