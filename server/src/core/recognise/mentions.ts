import type { Span } from '../span.ts';

/** What a number mention is. */
export type NumberKind =
  | 'cardinal'
  | 'ordinal'
  | 'range'
  | 'percent'
  | 'money'
  | 'quantity'
  | 'date'
  | 'time'
  | 'phone'
  | 'identifier'
  | 'vague';

/** A sum of money: `currency` is an ISO 4217 code. */
export interface Money {
  readonly amount: number | readonly [number, number];
  readonly currency: string;
}

/**
 * The normalised value: a number; `[low, high]`; an ISO 8601/EDTF date, time
 * or interval; a sum of money; an E.164 phone number or an identifier as written.
 */
export type NumberValue = number | readonly [number, number] | string | Money;

/** How a relative date lies to the day the text was written. */
export type RelativeDate =
  /** Days from it. */
  | { readonly day: number }
  /** 1 (Monday) to 7; −1 last, 0 this, 1 next. */
  | { readonly weekday: number; readonly which?: number }
  | { readonly period: 'week' | 'month' | 'year'; readonly which: number };

/** A number as it stands in the text. */
export interface NumberMention extends Span {
  readonly kind: NumberKind;
  readonly value: NumberValue;
  /** The unit of a quantity (`km`), the standard symbol where there is one. */
  readonly unit?: string;
  /** The words that blur the value, lower-cased (`more than`, `up to`). They lie outside the span. */
  readonly hedge?: string;
  /** The counted noun as written (`foreign terrorists`), for cardinals and vague numbers. */
  readonly of?: string;
  /** What a relative date is relative by; its value is as written until the date of the text is known. */
  readonly relative?: RelativeDate;
  /** One short sentence fragment that says how the text was read (`“,” groups thousands`). */
  readonly reading: string;
}

/** The entity types of the recognisers; a tagset may map its labels to them. */
export type EntityType = 'PER' | 'ORG' | 'LOC' | 'MISC';

/** Which recogniser found a mention, surest first. */
export type EntitySource =
  | 'tag'
  | 'registry'
  | 'abbreviation'
  | 'country'
  | 'title'
  | 'name'
  | 'surname'
  | 'capitals';

/** How a name is read where it stands. Places that are read alike share one, so it is never changed. */
export interface Name {
  readonly type: EntityType;
  readonly source: EntitySource;
  /** The registry's entity id where an alias matched; the first of `entities` where several did. */
  readonly entity?: string;
  /** All entity ids whose alias matched, when more than one did. */
  readonly entities?: readonly string[];
  /** Normalised form under which mentions of one name meet (case-folded, case ending and possessive off). */
  readonly key: string;
  /** The text of the span. */
  readonly form: string;
  /** How sure the type is: 1 (a guess) to 100. Mentions of one name vote with it. */
  readonly score: number;
  /**
   * Stands where any word is capitalised, and nothing else says that it is a
   * name: it is a mention only if the text has the name elsewhere.
   */
  readonly weak?: true;
  /** One short fragment for the hover: `matches alias “IS”`, `title “President” before it`. */
  readonly why: string;
}

/** What one chunk alone says about a mention; whole-document knowledge is added by `NameIndex.resolve`. */
export interface EntityCandidate extends Span {
  readonly name: Name;
}

/** `Islamic State (IS)`: a short form with the expansion that defines it. */
export interface AbbreviationDefinition {
  readonly short: Span;
  readonly long: Span;
}
