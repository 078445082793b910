import type { EntityType } from '../server/src/core/recognise/mentions.ts';
import { peer } from './peers.ts';

/** A stretch in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly position?: {
    readonly start: { readonly offset?: number };
    readonly end: { readonly offset?: number };
  };
}

interface Parser {
  parse(text: string): Node;
}

/** parse-latin (parse-english for English) as a function from a text to the ranges of its nodes of these types. */
function parser(
  language: string,
  types: readonly string[],
): ((text: string) => Range[]) | undefined {
  const latin = peer<{ ParseLatin: new () => Parser }>('parse-latin');
  if (!latin) return undefined;
  const english =
    language === 'en' ? peer<{ ParseEnglish: new () => Parser }>('parse-english') : undefined;
  const made = english ? new english.ParseEnglish() : new latin.ParseLatin();
  return (text) => {
    const ranges: Range[] = [];
    const visit = ({ type, children = [], position }: Node): void => {
      const { start, end } = position ?? { start: {}, end: {} };
      if (types.includes(type)) ranges.push([start.offset ?? 0, end.offset ?? 0]);
      else for (const child of children) visit(child);
    };
    visit(made.parse(text));
    return ranges;
  };
}

/** Tokens by parse-latin; undefined where it is not installed. */
export function latinTokens(language: string): ((text: string) => Range[]) | undefined {
  return parser(language, ['WordNode', 'PunctuationNode', 'SymbolNode']);
}

/** Sentences by parse-latin; undefined where it is not installed. */
export function latinSentences(language: string): ((text: string) => string[]) | undefined {
  const sentences = parser(language, ['SentenceNode']);
  return sentences && ((text) => sentences(text).map(([start, end]) => text.slice(start, end)));
}

interface Matches {
  json(
    options: object,
  ): readonly { readonly text: string; readonly offset: { readonly start: number } }[];
}

type Compromise = (text: string) => {
  people(): Matches;
  places(): Matches;
  organizations(): Matches;
};

/** Typed names in English texts by compromise, as `start end type`, without the marks it leaves at their ends. */
export function compromiseNames(): ((text: string) => string[]) | undefined {
  const nlp = peer<Compromise>('compromise');
  if (!nlp) return undefined;
  return (text) => {
    const document = nlp(text);
    const named = (type: EntityType, matches: Matches) =>
      matches.json({ offset: true, terms: false }).map(({ text: found, offset: { start } }) => {
        const bare = found.trim().replace(/['’]s$|[.,;:!?)”"]+$/u, '');
        return `${start} ${start + bare.length} ${type}`;
      });
    return [
      ...named('PER', document.people()),
      ...named('LOC', document.places()),
      ...named('ORG', document.organizations()),
    ];
  };
}
