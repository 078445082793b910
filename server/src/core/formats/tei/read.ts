import type { AttributeValue } from '../../tags/model.ts';
import { Labels } from '../columns/labels.ts';
import type { FileProblem, FormatFile, Read, ReadRelation, ReadText } from '../format.ts';
import { Losses } from '../losses.ts';
import { TextPaths } from '../paths.ts';
import { APPLICATION } from './header.ts';
import { descendants, idOf, nameOf, parseFile, pointers, type XmlElement } from './parse.ts';
import { featuresOf } from './readFeatures.ts';
import { Records } from './records.ts';
import { Tags } from './tags.ts';
import { type TextWithPlaces, textOf } from './text.ts';
import { wordsOf } from './words.ts';

/** A document of a file, ready to be read. */
interface Source {
  readonly path: string;
  readonly root: XmlElement;
  readonly own: boolean;
  /** Ids of the registry by those of the file's records. */
  readonly entities: ReadonlyMap<string, string>;
}

/** Reads TEI documents, alone or in a corpus; P4 as well as P5. */
export function readTei(files: readonly FormatFile[]): Read {
  const reader = new Reader();
  // Records first: a text may name those of a file that comes later.
  const sources = files.flatMap((file) => reader.open(file));
  for (const source of sources) reader.add(source);
  return reader.read();
}

class Reader {
  readonly #texts: ReadText[] = [];
  readonly #problems: FileProblem[] = [];
  readonly #losses = new Losses();
  readonly #paths = new TextPaths();
  readonly #labels = new Labels();
  readonly #relationLabels = new Labels();
  readonly #titles = new Map<string, string>();
  readonly #records = new Records();

  open(file: FormatFile): Source[] {
    const { root, problems } = parseFile(file);
    this.#problems.push(...problems);
    if (root === null) return [];
    const own = [...descendants(root)].some(
      (element) => nameOf(element) === 'application' && element.attributes.ident === APPLICATION,
    );
    const entities = this.#records.addFile(root, own);
    return [{ path: file.path, root, own, entities }];
  }

  add(source: Source): void {
    const documents = documentsOf(source.root);
    const read = documents.flatMap((document) => {
      const text = textElementOf(document);
      const within = text && textOf(text, source.own);
      return within?.any ? [{ document, within }] : [];
    });
    if (read.length === 0 && source.entities.size === 0) {
      const message = 'This XML holds no TEI text: there is no “text” element with a “body”.';
      this.#problems.push({ path: source.path, message });
    }
    const names = read.map(({ document }) => idOf(document) ?? null);
    const paths = this.#paths.ofFile(source.path, names);
    read.forEach(({ document, within }, i) => {
      this.#texts.push(this.#textOf(source, document, within, paths[i]));
    });
  }

  read(): Read {
    const labels = this.#labels.list().map(({ name, title }) => ({ name, title }));
    const known = new Set(labels.map(({ name }) => name));
    const declared = Array.from(this.#titles, ([name, title]) => ({
      name,
      ...(title !== name && { title }),
    }));
    return {
      texts: this.#texts,
      tagset: {
        labels: [...labels, ...declared.filter(({ name }) => !known.has(name))],
        relations: this.#relationLabels.list(),
      },
      entities: this.#records.list(),
      problems: this.#problems,
      losses: this.#losses.list(),
    };
  }

  #textOf(source: Source, document: XmlElement, within: TextWithPlaces, file: string): ReadText {
    const { own, entities } = source;
    const lose = this.#losses.add.bind(this.#losses, file);
    const tags = new Tags({
      root: document,
      within,
      own,
      labels: this.#labels,
      entityOf: (pointer, label, text) =>
        entities.get(pointer.replace(/^#/, '')) ??
        this.#records.pointed(pointer.replace(/^#/, ''), label, text),
      keyOf: (key, label, text) =>
        own ? key : (entities.get(key) ?? this.#records.named(key, label, text)),
      lose,
    });
    for (const [what, count] of within.counts) lose(what, count);
    const relations: ReadRelation[] = [];
    const notes = new Set(within.notes);
    for (const element of descendants(document)) {
      const name = nameOf(element);
      if (name === 'relation') {
        const found = this.#relationsOf(element, tags.refs, own);
        relations.push(...found.relations);
        lose('relations', found.lost);
      } else if (name === 'note' && element.attributes.target !== undefined) {
        if (takeNote(element, tags)) notes.delete(element);
        else notes.add(element);
      } else if (name === 'category' && own && element.attributes.n !== undefined) {
        this.#titles.set(element.attributes.n, wordsOf(element));
      } else if (name === 'teiHeader' && !own) lose('other', 1);
    }
    lose('note', notes.size);
    return {
      file,
      text: within.text,
      tags: tags.tags,
      relations,
      ...(own && { document: aboutText(document) }),
    };
  }

  /** A relation from each active end to each passive one, as far as both are tags. */
  #relationsOf(
    { attributes }: XmlElement,
    refs: ReadonlyMap<string, string>,
    own: boolean,
  ): { readonly relations: ReadRelation[]; readonly lost: number } {
    const { name, ref, type, active, passive, mutual } = attributes;
    const called = name ?? ref?.split(/[/#]/).at(-1) ?? type ?? '';
    const pairs = pointers(active).flatMap((from) => pointers(passive).map((to) => [from, to]));
    const id = own ? attributes['xml:id']?.replace(/^r\./, '') : undefined;
    const label = this.#relationLabels.named(called.trim() || 'relation');
    const relations = pairs.flatMap(([from, to]) => {
      const [start, end] = [refs.get(from), refs.get(to)];
      if (start === undefined || end === undefined) return [];
      return [{ label, from: start, to: end, ...(id !== undefined && { id }) }];
    });
    const lost = mutual !== undefined || pairs.length === 0 ? 1 : pairs.length - relations.length;
    return { relations, lost };
  }
}

/** The documents of a file; a file that has none is taken as one. */
function documentsOf(root: XmlElement): XmlElement[] {
  if (!/^teiCorpus/.test(nameOf(root))) return [root];
  return [...descendants(root)].filter((element) => /^TEI(\.2)?$/.test(nameOf(element)));
}

/** The element that holds the text; other XML has a `text` too, but no `body` in it. */
function textElementOf(document: XmlElement): XmlElement | undefined {
  const elements = [document, ...descendants(document)];
  const isBody = (element: XmlElement) => /^(body|group)$/.test(nameOf(element));
  const text = elements.find(
    (element) => nameOf(element) === 'text' && [...descendants(element)].some(isBody),
  );
  return text ?? (nameOf(document) === 'body' ? document : undefined);
}

/** Gives a note to the tag that it points to, if it points to one alone that has none. */
function takeNote(element: XmlElement, tags: Tags): boolean {
  const [target, ...more] = pointers(element.attributes.target);
  if (target === undefined || more.length > 0) return false;
  return tags.addNote(target, wordsOf(element));
}

/** What a file of ours says of the text as a whole. */
function aboutText(document: XmlElement): ReadText['document'] {
  const labels: string[] = [];
  const attributes: [string, AttributeValue][] = [];
  for (const element of descendants(document)) {
    const name = nameOf(element);
    if (name === 'keywords') {
      for (const term of descendants(element)) labels.push(wordsOf(term));
    } else if (name === 'fs' && idOf(element) === 'document') {
      for (const [key, value] of featuresOf(element).values) attributes.push([key, value]);
    }
  }
  return { labels, attributes: Object.fromEntries(attributes) };
}
