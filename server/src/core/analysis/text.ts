import type { CorpusConfiguration } from '../corpus/configuration.ts';
import type { CountedFact, FactsElsewhere, PlacedFact } from '../corpus/factIndex.ts';
import { groupMentions, type NameGroup } from '../corpus/mentionIndex.ts';
import { type EntityMention, NameIndex } from '../corpus/names.ts';
import type { Registry } from '../corpus/registry.ts';
import type { Language } from '../languages/language.ts';
import type { NumberMention } from '../recognise/mentions.ts';
import { resolveRelative } from '../recognise/numbers/dates/relative.ts';
import type { Passage } from '../recognise/passage.ts';
import type { Finding } from '../rules/finding.ts';
import type { AnalysedText, TextRule } from '../rules/rule.ts';
import { overlaps, type Span, shifted } from '../span.ts';
import { finished, finishedGradually, type Steps } from '../steps.ts';
import type { PlacedTag } from '../tags/model.ts';
import type { PlacedRelation } from '../tags/relations.ts';
import type { Chunk, ChunkChange, ChunkedText } from '../text/document.ts';
import { ConfirmedNames } from './confirmed.ts';
import { datelineOf } from './dateline.ts';
import { Findings } from './findings.ts';
import { type Listing, MOST_OF_A_CODE } from './listing.ts';
import {
  type AnalysisContext,
  analysePassage,
  type PassageAnalysis,
  readPassage,
  sameFacts,
} from './passage.ts';

/** What `TextAnalysis` needs to know besides the text. */
export interface TextContext extends AnalysisContext {
  readonly configuration: CorpusConfiguration;
  readonly registry: Registry;
  /** The text rules that are switched on. */
  readonly textRules: readonly TextRule[];
  /** The day the text was written (ISO 8601), where the configuration says so; else its dateline may. */
  readonly date?: string;
  /** What the corpus' other texts count; absent for a text that stands alone. */
  readonly elsewhere?: FactsElsewhere;
  /** How many findings of one code are listed; absent: as many as an editor is given. */
  readonly most?: number;
}

/** A chunk's tokens together with where the chunk starts in the text. */
export interface PlacedPassage extends Passage {
  readonly offset: number;
}

/**
 * Everything known of one text, kept chunk by chunk: an edit analyses the
 * chunks it touched, and the whole-text findings are made again only when
 * the facts that they rest on have changed.
 */
export class TextAnalysis implements AnalysedText {
  readonly text: ChunkedText;
  readonly names = new NameIndex();
  readonly #context: TextContext;
  readonly #analyses = new Map<Chunk, PassageAnalysis>();
  readonly #findings: Findings;
  #tags: () => readonly PlacedTag[] = () => [];
  #relations: () => readonly PlacedRelation[] = () => [];
  #stale = true;
  /** Counts what befell text and tags. */
  #revision = 0;
  /** Counts the checks begun. */
  #checks = 0;
  /** The revision of the facts elsewhere that the text rules last saw. */
  #seen: number | undefined;
  #dateline: { chunk: Chunk; date: string | undefined } | undefined;
  #passage: { chunk: Chunk; passage: Passage } | undefined;
  /** What is known between two edits of the text or its tags. */
  #confirmed: ConfirmedNames | undefined;
  #groups: ReadonlyMap<string, NameGroup> | undefined;

  constructor(text: ChunkedText, context: TextContext) {
    this.text = text;
    this.#context = context;
    this.#findings = new Findings(this.most);
    for (const chunk of text.chunks) this.#add(chunk);
  }

  get language(): Language {
    return this.#context.language;
  }
  get configuration(): CorpusConfiguration {
    return this.#context.configuration;
  }
  get registry(): Registry {
    return this.#context.registry;
  }
  get length(): number {
    return this.text.length;
  }
  /** How many findings of one code are listed. */
  get most(): number {
    return this.#context.most ?? MOST_OF_A_CODE;
  }
  get tags(): readonly PlacedTag[] {
    return this.#tags();
  }
  get relations(): readonly PlacedRelation[] {
    return this.#relations();
  }

  /** Whether the text rules' findings no longer fit the text; `checkText` makes them fit. */
  get stale(): boolean {
    return this.#stale || this.#seen !== this.#context.elsewhere?.revision;
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** Says how to ask where the tags lie now, and what relates them. */
  setTags(
    tags: () => readonly PlacedTag[],
    relations: () => readonly PlacedRelation[] = () => [],
  ): void {
    this.#tags = tags;
    this.#relations = relations;
    this.tagsChanged();
  }

  /** Says that tags came, went or changed, beyond moving with the text. */
  tagsChanged(): void {
    this.#changed();
    this.#stale = true;
  }

  #changed(): void {
    this.#revision++;
    this.#confirmed = undefined;
    this.#groups = undefined;
  }

  /** Follows an edit that `ChunkedText.replace` made of `[start, end)` into `inserted` units. */
  update(change: ChunkChange, start: number, end: number, inserted: number): void {
    this.#changed();
    this.#findings.remove(change.removed);
    const before = change.removed.map((chunk) => this.#remove(chunk));
    const after = change.added.map((chunk) => this.#add(chunk));
    if (before.length !== after.length || !before.every((old, i) => sameFacts(old, after[i]))) {
      this.#stale = true;
    }
    this.#findings.follow(start, end, inserted);
  }

  /** The tokens and layout around an offset. */
  passageAt(offset: number): PlacedPassage {
    const chunk = this.text.chunkAt(offset);
    if (this.#passage?.chunk !== chunk) {
      this.#passage = { chunk, passage: readPassage(chunk.text, this.language) };
    }
    return { ...this.#passage.passage, offset: chunk.start };
  }

  *numbers(
    within: Span = { start: 0, end: this.length },
    wanted: (number: NumberMention) => boolean = () => true,
  ): Generator<NumberMention> {
    for (const chunk of this.#chunksIn(within)) {
      const { numbers } = this.#analysis(chunk);
      for (let at = 0; at < numbers.length; at++) {
        const number = numbers[at];
        if (!wanted(number)) continue;
        const placed = shifted(this.#dated(number), chunk.start);
        if (overlaps(placed, within)) yield placed;
      }
    }
  }

  entities(within: Span = { start: 0, end: this.length }): Generator<EntityMention> {
    const recognised = this.#recognised(within);
    this.#confirmed ??= new ConfirmedNames(this);
    return this.#confirmed.isEmpty ? recognised : this.#confirmed.over(recognised, within);
  }

  *#recognised(within: Span): Generator<EntityMention> {
    for (const chunk of this.#chunksIn(within)) {
      const { candidates } = this.#analysis(chunk);
      for (let at = 0; at < candidates.length; at++) {
        if (
          candidates.startOf(at) + chunk.start < within.end &&
          within.start < candidates.endOf(at) + chunk.start
        ) {
          const mention = this.names.resolve(candidates.at(at), chunk);
          if (mention !== null) yield mention;
        }
      }
    }
  }

  /** The mentions of the whole text by the entity or name that they meet under; made once for what is asked between two edits. */
  mentionGroups(): ReadonlyMap<string, NameGroup> {
    if (!this.#groups) {
      const groups = groupMentions(this.entities(), (start, end) => this.slice(start, end));
      this.#groups = new Map(groups.map((group) => [group.id, group]));
    }
    return this.#groups;
  }

  elsewhere(fact: CountedFact): readonly PlacedFact[] {
    return this.#context.elsewhere?.like(fact) ?? [];
  }

  /** Runs the text rules anew if what they rest on has changed. */
  checkText(): void {
    finished(this.#checking());
  }

  /**
   * As `checkText`, with pauses between the rules: see `finishedGradually`.
   * @returns false where text or tags changed meanwhile, or another check began: the findings are as they were
   */
  checkGradually(pause: () => Promise<void> | undefined): Promise<boolean> {
    return finishedGradually(this.#checking(), pause);
  }

  *#checking(): Steps<boolean> {
    if (!this.stale) return true;
    this.#stale = false;
    this.#seen = this.#context.elsewhere?.revision;
    const revision = this.#revision;
    const check = ++this.#checks;
    const found: (readonly Finding[])[] = [];
    for (const rule of this.#context.textRules) {
      found.push(rule.check(this));
      yield;
      if (this.#checks !== check) return false;
      if (this.#revision === revision) continue;
      this.#stale = true;
      return false;
    }
    this.#findings.setText(found.flat());
    return true;
  }

  /**
   * The findings as they stand, in text order: the passage rules' of this
   * moment, the text rules' as of the last `checkText`; of a flood of one code
   * the first ones.
   */
  listing(): Listing {
    return this.#findings.list();
  }

  /** The findings of `listing`. */
  findings(): readonly Finding[] {
    return this.listing().findings;
  }

  /** A relative date as the date it means, where the configuration or the head of the text says when that was written. */
  #dated(number: NumberMention): NumberMention {
    if (!number.relative) return number;
    const date = this.#context.date ?? this.#datelineDate();
    return date === undefined ? number : resolveRelative(number, date);
  }

  #datelineDate(): string | undefined {
    const [chunk] = this.text.chunks;
    if (this.#dateline?.chunk !== chunk)
      this.#dateline = { chunk, date: datelineOf(chunk.text, this.#analysis(chunk).numbers) };
    return this.#dateline.date;
  }

  *#chunksIn(within: Span): Generator<Chunk> {
    const { chunks } = this.text;
    for (let i = this.text.indexAt(within.start); i < chunks.length; i++) {
      if (chunks[i].start >= within.end) return;
      yield chunks[i];
    }
  }

  #analysis(chunk: Chunk): PassageAnalysis {
    return this.#analyses.get(chunk) ?? this.#add(chunk);
  }

  #add(chunk: Chunk): PassageAnalysis {
    const analysis = analysePassage(chunk.text, this.#context);
    this.#analyses.set(chunk, analysis);
    this.#findings.add(chunk, analysis.findings);
    this.names.add(chunk, analysis.candidates, analysis.abbreviations);
    return analysis;
  }

  #remove(chunk: Chunk): PassageAnalysis {
    const analysis = this.#analysis(chunk);
    this.#analyses.delete(chunk);
    this.names.remove(chunk);
    return analysis;
  }
}
