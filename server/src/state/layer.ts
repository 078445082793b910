import type { Problem } from '../core/problem.ts';
import type { Span } from '../core/span.ts';
import { anchorGradually } from '../core/tags/anchor.ts';
import { type Conflict, conflictsIn } from '../core/tags/conflicts.ts';
import { withOffsets } from '../core/tags/edits.ts';
import { TagTracker } from '../core/tags/follow.ts';
import type { PlacedTag, Sidecar } from '../core/tags/model.ts';
import { emptySidecar } from '../core/tags/sidecar.ts';
import { linesById } from '../core/tags/sidecarLines.ts';
import type { Edit, LiveText } from '../liveText.ts';
import { breather } from './breather.ts';
import { placedAt, readSidecar, sameAnchor } from './readSidecar.ts';
import { type Rewrite, replaceTags, textBefore } from './rewriting.ts';
import type { Elsewhere, Source } from './sources.ts';

/** What a command wants the sidecar to be, until the client has taken it. */
interface Proposal {
  readonly sidecar: Sidecar;
  readonly source: string;
  readonly tracker: TagTracker;
}

/** One annotator's sidecar of an open text, with every tag followed through the text's edits. */
export class Layer {
  readonly uri: string;
  /** Absent for the main sidecar. */
  readonly name: string | undefined;
  /** The sidecar's source as last read; the empty string where there is no file. */
  source = '';
  /** Whether there is a file. */
  exists = false;
  /** Null where the source cannot be read: then nothing may be written. */
  sidecar: Sidecar | null = null;
  problems: readonly Problem[] = [];
  /** What somebody else did to the file while an editor held it; `sidecar` has taken it in, `source` has not. */
  elsewhere: Elsewhere | undefined;
  readonly #live: LiveText;
  /** The text that the trackers read: the live one, but for a moment in which the one before an edit is asked for. */
  #view: { slice(start: number, end: number): string };
  #tracker: TagTracker;
  #proposal: Proposal | undefined;
  /** What the file held when it was last read; undefined while an editor holds it. */
  #disk: string | undefined;
  /** What is read or found again waits for what was begun before. */
  #turn: Promise<unknown> = Promise.resolve();
  /** The edits that came since a search for tags began, while there is one. */
  #missed: Edit[] | undefined;
  /** Whether the sidecar was read otherwise while a proposal waited. */
  #overtaken = false;
  #lines: { readonly source: string; readonly byId: ReadonlyMap<string, Span> } | undefined;
  #conflicts: { readonly sidecar: Sidecar | null; readonly found: readonly Conflict[] } | undefined;
  /** The last edit where it was a rewrite, and where the tags lay before it. */
  #rewrite: { readonly edit: Rewrite; readonly before: readonly PlacedTag[] } | undefined;

  constructor(uri: string, name: string | undefined, live: LiveText) {
    this.uri = uri;
    this.name = name;
    this.#live = live;
    this.#view = live.text;
    this.#tracker = this.#track([]);
  }

  /** What the sidecar carries undecided from a merge. */
  get conflicts(): readonly Conflict[] {
    if (this.#conflicts?.sidecar !== this.sidecar) {
      const found = this.sidecar ? conflictsIn(this.sidecar) : [];
      this.#conflicts = { sidecar: this.sidecar, found };
    }
    return this.#conflicts?.found ?? [];
  }

  /** Whether the file was deleted under an editor that has nothing unsaved in it. */
  get gone(): boolean {
    return this.elsewhere?.text === null && this.source === this.elsewhere.base;
  }

  /** What was on disk when the sidecar read as `content` does; undefined where that is not known. */
  baseOf(content: string): string | undefined {
    const known = [this.#disk, this.source, this.#proposal?.source];
    return known.includes(content) ? this.#disk : undefined;
  }

  /** Takes note of where the sidecar was read. */
  saw(source: Source): void {
    if (source.kind !== 'text' || source.from === 'editor') this.#disk = undefined;
    else if (source.from === 'disk') this.#disk = source.text;
  }

  /** Where each tag and relation stands in the source, by its id as JSON writes it. */
  get lines(): ReadonlyMap<string, Span> {
    if (this.#lines?.source !== this.source) {
      this.#lines = { source: this.source, byId: linesById(this.source) };
    }
    return this.#lines.byId;
  }

  /** Whether this is what was read, or proposed, last. */
  knows(source: Source): boolean {
    if (source.kind !== 'text' || !this.sidecar) return false;
    if (source.elsewhere?.text !== this.elsewhere?.text) return false;
    return source.text === this.source || source.text === this.#proposal?.source;
  }

  /**
   * Takes in what was read, unless it is known; one reading comes behind the
   * other. Tags that the sidecar left alone keep the place they were followed
   * to, the others are looked for with pauses in between.
   * @returns whether there was anything new
   */
  take(source: Source): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.knows(source)) return false;
      const pause = breather();
      const { sidecar, problems } = readSidecar(source, this.#live);
      await pause();
      const found = sidecar ? await this.#search(sidecar) : new Map<string, PlacedTag>();
      const known = this.sidecar ? this.placed() : [];
      this.#overtaken = this.#proposal !== undefined;
      this.exists = source.kind !== 'missing';
      this.source = source.kind === 'text' ? source.text : '';
      this.elsewhere = source.kind === 'text' ? source.elsewhere : undefined;
      this.sidecar = sidecar;
      this.problems = problems;
      this.#place(known, found);
      await pause();
      return true;
    });
  }

  /** Begins a sidecar where there is no file. */
  begin(): void {
    this.sidecar = emptySidecar(this.#live.fingerprint);
  }

  /** Where every tag of a proposal would lie is followed from now on; `conclude` says what became of it. */
  propose(sidecar: Sidecar, source: string, touched: ReadonlySet<string>): void {
    const before = new Map(this.#tracker.placed().map((placed) => [placed.tag.id, placed]));
    const placed = sidecar.tags.map((tag): PlacedTag => {
      const known = touched.has(tag.id) ? undefined : before.get(tag.id);
      const kept = known && known.start === tag.start && known.end === tag.end;
      return kept && known.tag.quote === tag.quote
        ? { ...known, tag }
        : placedAt(tag, this.#live.text);
    });
    this.#proposal = { sidecar, source, tracker: this.#track(placed) };
  }

  /**
   * The client has taken the proposal, or it has not and everything stays as it is.
   * @returns whether the sidecar must be read again, since it was changed meanwhile
   */
  conclude(applied: boolean): boolean {
    const proposal = this.#proposal;
    const overtaken = this.#overtaken || this.#missed !== undefined;
    this.#proposal = undefined;
    this.#overtaken = false;
    if (!applied || !proposal) return false;
    this.sidecar = proposal.sidecar;
    this.source = proposal.source;
    this.#tracker = proposal.tracker;
    this.exists = true;
    this.problems = [];
    this.elsewhere = undefined;
    return overtaken;
  }

  /** Follows an edit that the text has just taken. Says whether a tag's own text was touched. */
  follow(edit: Edit): boolean {
    const { removed } = edit;
    this.#missed?.push(edit);
    this.#rewrite = undefined;
    if (removed !== undefined) {
      const rewrite = { ...edit, removed };
      this.#view = textBefore(this.#live.text, rewrite);
      this.#rewrite = { edit: rewrite, before: this.#tracker.placed() };
      this.#view = this.#live.text;
    }
    this.#proposal?.tracker.apply(edit);
    return this.#tracker.apply(edit);
  }

  /**
   * The last edit was the editor reading a file again that was changed
   * elsewhere: the tags that it touched, and those that were lost, are found
   * again by what they read.
   */
  reread(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.trust() || !this.#rewrite) return;
      const { edit, before } = this.#rewrite;
      const { text } = this.#live;
      const old = textBefore(text, edit);
      const found = await this.#followed(replaceTags(before, edit, old, text.toString()));
      if (!found) return;
      const places = new Map(found.map((place) => [place.tag.id, place]));
      const placed = this.#tracker.placed().map((known) => {
        const place = places.get(known.tag.id);
        return place && sameAnchor(place.tag, known.tag) ? { ...place, tag: known.tag } : known;
      });
      this.#tracker = this.#track(placed);
      this.#rewrite = undefined;
    });
  }

  /** Whether the text may have become the very one that the sidecar was written for, by its length. */
  get mayFit(): boolean {
    return this.sidecar?.text.length === this.#live.text.length;
  }

  /** Puts every tag where the sidecar says, if the text is the very one that it was written for. */
  trust(): boolean {
    if (!this.sidecar || !this.#describes(this.sidecar)) return false;
    const { text } = this.#live;
    this.#tracker = this.#track(this.sidecar.tags.map((tag) => placedAt(tag, text)));
    this.#rewrite = undefined;
    return true;
  }

  /** Where every tag lies in the text now, sorted by place. */
  placed(): PlacedTag[] {
    return this.#tracker.placed();
  }

  /** The sidecar with the offsets, surroundings and fingerprint of the text as it is now; null where it may not be written. */
  current(): Sidecar | null {
    if (!this.sidecar || this.#describes(this.sidecar)) return this.sidecar;
    return withOffsets(this.sidecar, this.placed(), this.#live.text, this.#live.fingerprint);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  /** Places that a search finds in the text as it is at its beginning, followed through the edits that come meanwhile; null where one of them was a rewrite. */
  async #followed(search: Promise<PlacedTag[]>): Promise<PlacedTag[] | null> {
    const missed: Edit[] = [];
    this.#missed = missed;
    try {
      const placed = await search;
      if (missed.some(({ removed }) => removed !== undefined)) return null;
      if (missed.length === 0) return placed;
      const tracker = this.#track(placed);
      for (const edit of missed) tracker.apply(edit);
      return tracker.placed();
    } finally {
      this.#missed = undefined;
    }
  }

  /** Where the tags of a sidecar lie that are not the ones that are followed already. */
  async #search(sidecar: Sidecar): Promise<Map<string, PlacedTag>> {
    const known = new Map(
      this.sidecar && !this.#describes(sidecar)
        ? this.placed().map(({ tag }) => [tag.id, tag])
        : [],
    );
    const tags = sidecar.tags.filter((tag) => {
      const other = known.get(tag.id);
      return !other || !sameAnchor(other, tag);
    });
    while (tags.length > 0) {
      const text = this.#live.text.toString();
      const search = anchorGradually({ ...sidecar, tags }, text, breather());
      const found = await this.#followed(search);
      if (found) return new Map(found.map((place) => [place.tag.id, place]));
    }
    return new Map();
  }

  #track(placed: readonly PlacedTag[]): TagTracker {
    const text = { slice: (start: number, end: number) => this.#view.slice(start, end) };
    const { name: layer } = this;
    const own = placed.map((one) => ({ ...one, layer }));
    const tracker = new TagTracker(own, text);
    if (this.#tracker) tracker.remember(this.#tracker);
    return tracker;
  }

  /** Follows every tag of the sidecar from where it was found, or from where it was followed to. */
  #place(followed: readonly PlacedTag[], found: ReadonlyMap<string, PlacedTag>): void {
    const known = new Map(followed.map((placed) => [placed.tag.id, placed]));
    const placed = (this.sidecar?.tags ?? []).flatMap((tag) => {
      const place = found.get(tag.id) ?? known.get(tag.id);
      return place ? [{ ...place, tag }] : [];
    });
    this.#tracker = this.#track(placed);
  }

  /** Whether the sidecar's offsets are those of the text as it is now. */
  #describes({ text }: Sidecar): boolean {
    return text.length === this.#live.text.length && text.sha256 === this.#live.fingerprint.sha256;
  }
}
