import type { CorpusConfiguration } from '../corpus/configuration.ts';
import type { CountedFact, PlacedFact } from '../corpus/factIndex.ts';
import type { EntityMention, NameIndex } from '../corpus/names.ts';
import type { Registry } from '../corpus/registry.ts';
import type { Language } from '../languages/language.ts';
import type { Candidates } from '../recognise/candidates.ts';
import type { NumberMention } from '../recognise/mentions.ts';
import type { Passage } from '../recognise/passage.ts';
import type { Span } from '../span.ts';
import type { PlacedTag } from '../tags/model.ts';
import type { PlacedRelation } from '../tags/relations.ts';
import type { Code, Finding, Severity } from './finding.ts';

/** A passage with what was recognised in it; offsets are the passage's own. */
export interface RecognisedPassage extends Passage {
  readonly numbers: readonly NumberMention[];
  readonly candidates: Candidates;
}

/** A whole text with everything known of it; offsets are the canonical text's. */
export interface AnalysedText {
  readonly language: Language;
  readonly length: number;
  slice(start: number, end: number): string;
  /** The numbers in a stretch (the whole text) that are wanted (by anything but where they stand), in text order. */
  numbers(within?: Span, wanted?: (number: NumberMention) => boolean): Iterable<NumberMention>;
  /** The entity mentions in a stretch (the whole text), resolved, in text order. */
  entities(within?: Span): Iterable<EntityMention>;
  /** What other texts of the corpus say of a fact's noun and entities; nothing where there are none. */
  elsewhere(fact: CountedFact): readonly PlacedFact[];
  /** The tokens around an offset; theirs are relative to the passage, which starts at `offset`. */
  passageAt(offset: number): Passage & { readonly offset: number };
  readonly names: NameIndex;
  /** Every tag of every layer as it lies in the text now, in text order. */
  readonly tags: readonly PlacedTag[];
  /** Every relation of every layer. */
  readonly relations: readonly PlacedRelation[];
  readonly configuration: CorpusConfiguration;
  readonly registry: Registry;
}

interface RuleBase {
  readonly code: Code;
  /** What holds where the configuration does not say otherwise. */
  readonly severity: Severity;
  /** A noun phrase for lists: `Impossible date`. */
  readonly title: string;
}

/** Sees one passage at a time, so a keystroke runs it over a few kilobytes only. */
export interface PassageRule extends RuleBase {
  readonly scope: 'passage';
  check(passage: RecognisedPassage): Finding[];
}

/** Sees the whole text; runs when typing pauses. */
export interface TextRule extends RuleBase {
  readonly scope: 'text';
  check(text: AnalysedText): Finding[];
}

export type Rule = PassageRule | TextRule;
