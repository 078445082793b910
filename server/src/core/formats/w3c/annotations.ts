import type { Span } from '../../span.ts';
import type { Labels } from '../columns/labels.ts';
import type { LinkedEntities } from '../linked.ts';
import type { Losses } from '../losses.ts';
import { type Said, saidBy } from './bodies.ts';
import type { Contained } from './container.ts';
import { Draft } from './draft.ts';
import { entityOfIri, idOfIri } from './names.ts';
import { Places } from './places.ts';
import { listOf, type Target, targetsOf } from './selectors.ts';
import { Sources } from './sources.ts';

/** What a file is read with, and into. */
export interface Circumstances {
  /** Contents of the texts by their paths. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is known so far of the texts, by their paths. */
  readonly drafts: Map<string, Draft>;
  readonly labels: Labels;
  readonly relationLabels: Labels;
  readonly entities: LinkedEntities;
  readonly losses: Losses;
  readonly report: (message: string) => void;
}

/** One annotation of the file. */
interface Entry {
  /** What the file calls it; null where it does not. */
  readonly iri: string | null;
  /** What people call it. */
  readonly name: string;
  /** What its tag is called, unless another one is. */
  readonly ref: string;
  readonly targets: readonly Target[];
  readonly said: Said;
  readonly isReply: boolean;
}

/** The tag that an annotation became. */
interface Made {
  readonly draft: Draft;
  readonly ref: string;
}

/** Reads the annotations of one file into the drafts of their texts. */
export class AnnotationFile {
  readonly #with: Circumstances;
  readonly #entries: readonly Entry[];
  readonly #byIri: ReadonlyMap<string | null, Entry>;
  readonly #made = new Map<Entry, Made>();
  readonly #sources: Sources;
  readonly #others: number;

  constructor(path: string, { annotations, others }: Contained, circumstances: Circumstances) {
    this.#with = circumstances;
    this.#sources = new Sources(path, circumstances.texts);
    this.#others = others;
    this.#entries = annotations.map((raw, i): Entry => {
      const iri = raw.id ?? raw['@id'];
      const number = `#${i + 1}`;
      const named = typeof iri === 'string';
      return {
        iri: named ? iri : null,
        name: named ? iri : number,
        ref: (named ? idOfIri(iri) : null) ?? number,
        targets: targetsOf(raw.target),
        said: saidBy(raw),
        isReply: listOf(raw.references).length > 0,
      };
    });
    this.#byIri = new Map(this.#entries.map((entry) => [entry.iri, entry]));
  }

  read(): void {
    const about = this.#entries.filter((entry) => this.#isAboutAnnotations(entry));
    const others = new Set(about);
    const byText = new Map<string, Entry[]>();
    for (const entry of this.#entries) {
      if (others.has(entry)) continue;
      const text = this.#sources.textOf(entry.targets[0]?.source ?? null);
      if (text === null) continue;
      const list = byText.get(text) ?? [];
      byText.set(text, list);
      list.push(entry);
    }
    if (this.#entries.length === 0) {
      const text = this.#sources.textOf(null);
      if (text !== null) this.#draftOf(text);
    }
    for (const message of this.#sources.problems()) this.#with.report(message);
    for (const [text, entries] of byText) this.#readTags(this.#draftOf(text), entries);
    const file = this.#sources.file;
    this.#with.losses.add(file, 'other', this.#others);
    const links = about.filter(({ said }) => said.motivations.includes('linking'));
    const names = about.filter(({ said }) => !said.motivations.includes('linking'));
    const namesOf = new Map<string | null, Entry[]>();
    for (const name of names) {
      for (const { source } of name.targets) {
        namesOf.set(source, [...(namesOf.get(source) ?? []), name]);
      }
    }
    for (const link of links) this.#readLink(link, namesOf.get(link.iri) ?? []);
    const named = new Set<unknown>(links.map(({ iri }) => iri));
    const replies = names.filter(({ targets }) => targets.some(({ source }) => !named.has(source)));
    this.#with.losses.add(file, 'other', replies.length);
  }

  #isAboutAnnotations({ iri, targets }: Entry): boolean {
    const known = targets.every(
      ({ source, clues }) =>
        source !== null && clues === null && source !== iri && this.#byIri.has(source),
    );
    return targets.length > 0 && known;
  }

  #draftOf(text: string): Draft {
    const { drafts, texts } = this.#with;
    const draft = drafts.get(text) ?? new Draft(text, texts.get(text) ?? '');
    drafts.set(text, draft);
    return draft;
  }

  #readTags(draft: Draft, entries: readonly Entry[]): void {
    const { losses } = this.#with;
    const here = entries.map((entry) => {
      const targets = entry.targets.filter(
        ({ source }) => this.#sources.textOf(source) === draft.file,
      );
      losses.add(draft.file, 'other', entry.targets.length - targets.length);
      return { entry, targets };
    });
    const clues = here.flatMap(({ targets }) =>
      targets.flatMap((target) => {
        const alternatives = target.clues ?? [];
        const position = alternatives.find((clue) => clue.position && !clue.within)?.position;
        const quote = alternatives.find((clue) => clue.quote && !clue.within)?.quote;
        return position && quote ? [{ position, quote }] : [];
      }),
    );
    const places = new Places(draft.text, clues);
    for (const { entry, targets } of here) {
      const unknown = targets.reduce((sum, target) => sum + target.unknown, entry.said.unknown);
      losses.add(draft.file, 'extra', unknown);
      losses.add(draft.file, 'other', entry.said.lost);
      const parts = targets.flatMap((target) => (target.clues ? [target.clues] : []));
      if (parts.length === 0) this.#readDocument(draft, entry);
      else {
        const found = parts.map((part) => places.find(part));
        const missing = found.find((one) => typeof one === 'string');
        const spans = found.filter((one) => typeof one !== 'string');
        if (missing === undefined) this.#readTag(draft, entry, joined(spans));
        else this.#with.report(`The annotation “${entry.name}” ${missing}; it is left out.`);
      }
    }
  }

  /** Reads an annotation of a whole text; a reply is one of another annotation. */
  #readDocument(draft: Draft, { said, isReply }: Entry): void {
    const { losses } = this.#with;
    if (isReply) {
      losses.add(draft.file, 'other');
      return;
    }
    for (const label of said.labels) if (!draft.labels.includes(label)) draft.labels.push(label);
    for (const [name, value] of said.attributes) draft.attributes.set(name, value);
    losses.add(draft.file, 'note', said.notes.length);
    losses.add(draft.file, 'entity', said.entity ? 1 : 0);
    losses.add(draft.file, 'other', said.iris.length);
    for (const part of ['by', 'at', 'status'] as const) {
      if (said[part] !== undefined) losses.add(draft.file, part);
    }
  }

  /** Makes a tag of each label, one at least; the first has what else is said. */
  #readTag(draft: Draft, entry: Entry, pieces: readonly (readonly [number, number])[]): void {
    const { said } = entry;
    const { labels } = this.#with;
    const [start, end] = [pieces[0][0], pieces[pieces.length - 1][1]];
    const place = { start, end, ...(pieces.length > 1 && { fragments: pieces }) };
    const { by, at, status } = said;
    const made = {
      ...place,
      ...(by !== undefined && { by }),
      ...(at !== undefined && { at }),
      ...(status !== undefined && { status }),
    };
    const titles = said.labels.length > 0 ? said.labels : [said.motivations[0] ?? 'Annotation'];
    const [label, ...more] = titles.map((title) => labels.named(title));
    const quote = draft.text.slice(start, end);
    const attributes = new Map(said.attributes);
    if (attributes.get('transcription') === quote) attributes.delete('transcription');
    const [link, ...links] = said.iris;
    const isFree = !attributes.has('link');
    if (link !== undefined && isFree) attributes.set('link', link);
    const lost = link === undefined || isFree ? links.length : links.length + 1;
    this.#with.losses.add(draft.file, 'other', lost);
    const entity = this.#entityOf(said, label, quote);
    const ref = draft.add(entry.ref, {
      ...made,
      label,
      ...(entity !== undefined && { entity }),
      ...(said.notes.length > 0 && { note: said.notes.join('\n\n') }),
      ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }),
    });
    this.#made.set(entry, { draft, ref });
    for (const other of more) draft.add(ref, { ...made, label: other });
  }

  #entityOf({ entity }: Said, label: string, quote: string): string | undefined {
    if (!entity) return undefined;
    const { iri, id, name } = entity;
    const own = entityOfIri(iri);
    const { entities } = this.#with;
    return entities.named(own ?? iri, label, name ?? quote, id ?? own ?? undefined);
  }

  /**
   * Makes relations of a link: from its target to its body, or from its first
   * target to the others.
   * @param names the annotations of the link that may say what it is called
   */
  #readLink(link: Entry, names: readonly Entry[]): void {
    const { losses, relationLabels } = this.#with;
    const { said, iri, targets } = link;
    const [label = 'linking', ...more] = [...names, link].flatMap((entry) => [
      ...entry.said.labels,
      ...entry.said.notes,
    ]);
    const sources = targets.map(({ source }) => source);
    const pairs: (readonly [from: string | null, to: string | null])[] =
      said.iris.length > 0
        ? sources.flatMap((from) => said.iris.map((to) => [from, to] as const))
        : sources.slice(1).map((to) => [sources[0], to] as const);
    let related = 0;
    for (const [source, goal] of pairs) {
      const [from, to] = [source, goal].map((one) => this.#madeOf(one));
      if (!from || !to || from.draft !== to.draft) continue;
      const id = related === 0 && iri !== null ? idOfIri(iri) : null;
      from.draft.relations.push({
        label: relationLabels.named(label),
        from: from.ref,
        to: to.ref,
        ...(id !== null && { id }),
      });
      related++;
    }
    const file = this.#sources.file;
    losses.add(file, 'relations', Math.max(pairs.length, 1) - related);
    losses.add(file, 'other', more.length + said.lost);
    losses.add(file, 'attributes', said.attributes.size);
    losses.add(file, 'extra', said.unknown);
    for (const part of ['by', 'at', 'status'] as const) {
      if (said[part] !== undefined) losses.add(file, part);
    }
  }

  #madeOf(iri: string | null): Made | undefined {
    const entry = iri === null ? undefined : this.#byIri.get(iri);
    return entry && this.#made.get(entry);
  }
}

/** The pieces in order; those that overlap are one. */
function joined(spans: readonly Span[]): [number, number][] {
  const pieces: [number, number][] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = pieces.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else pieces.push([start, end]);
  }
  return pieces;
}
