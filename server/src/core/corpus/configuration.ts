import type { EntityType } from '../recognise/mentions.ts';
import type { Code, Severity } from '../rules/finding.ts';
import type { DocumentDates } from './documentDates.ts';

/** The types that the values of an attribute may have. */
export const attributeTypes = ['string', 'number', 'boolean', 'choice'] as const;

/** An attribute a label's tags may carry. */
export interface AttributeDefinition {
  readonly name: string;
  readonly type: (typeof attributeTypes)[number];
  /** The values allowed, for `choice`. */
  readonly values?: readonly string[];
  readonly required?: boolean;
  readonly description?: string;
}

/** One label of the tagset. */
export interface LabelDefinition {
  readonly name: string;
  readonly title?: string;
  /** `#rrggbb`, or one of the palette's names. */
  readonly colour?: string;
  /** One key that applies the label. */
  readonly key?: string;
  readonly description?: string;
  /** Name of the label this one is a kind of. */
  readonly parent?: string;
  readonly attributes?: readonly AttributeDefinition[];
}

/** A kind of relation between tags. */
export interface RelationDefinition {
  readonly name: string;
  readonly title?: string;
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

/** The content of `glossator.json`, defaults filled in. */
export interface CorpusConfiguration {
  readonly labels: readonly LabelDefinition[];
  readonly relations: readonly RelationDefinition[];
  /** BCP 47 codes of the corpus; empty: detected text by text. */
  readonly languages: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The days the texts were written; relative dates are counted from them. */
  readonly dates: DocumentDates;
  readonly rules: Readonly<Partial<Record<Code, Severity | 'off'>>>;
  /** Module names of retext plugins, with their options where given. */
  readonly retext: readonly (string | readonly [string, unknown])[];
}

/** The labels of a corpus without a `glossator.json`: the recognisers' entity types. */
export const defaultLabels: readonly (LabelDefinition & { readonly name: EntityType })[] = [
  { name: 'PER', title: 'Person', colour: 'blue', key: 'p' },
  { name: 'ORG', title: 'Organisation', colour: 'orange', key: 'o' },
  { name: 'LOC', title: 'Place', colour: 'green', key: 'l' },
  { name: 'MISC', title: 'Other name', colour: 'purple', key: 'm' },
];

/** What holds where there is no `glossator.json`. */
export const defaultConfiguration: CorpusConfiguration = {
  labels: defaultLabels,
  relations: [],
  languages: [],
  include: ['**/*.txt'],
  exclude: [],
  dates: [],
  rules: {},
  retext: [],
};

/** The palette's names, in the order in which labels without a colour get them. */
export const paletteNames = [
  'blue',
  'orange',
  'green',
  'purple',
  'red',
  'teal',
  'pink',
  'yellow',
] as const;

/** A label's colour: its own, or the palette's by its place in the tagset. */
export function labelColour({ colour }: LabelDefinition, at: number): string {
  return colour ?? paletteNames[at % paletteNames.length];
}
