import { languageOf } from '../server/src/core/languages/index.ts';
import type { NumberKind } from '../server/src/core/recognise/mentions.ts';
import { recogniseNumbers } from '../server/src/core/recognise/numbers/index.ts';
import { layOut } from '../server/src/core/text/layout.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';
import { kindOfType, type Resolution, resolved } from './numberData.ts';
import { peer } from './peers.ts';

/** A number as a system found it. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly kind: NumberKind;
  /** Absent where the system gives none. */
  readonly value?: number | readonly number[];
  readonly currency?: string;
}

/** The numbers of a text; a system that must be asked for each kind on its own is asked for these, all of them where the list is empty. */
export type Recogniser = (
  text: string,
  language: string,
  kinds: readonly NumberKind[],
) => FoundNumber[];

/** A system to measure, for the languages it knows. */
export interface NumberSystem {
  readonly name: string;
  readonly languages: readonly string[];
  readonly recognise: Recogniser;
}

/** Glossator and every peer that is installed. */
export function numberSystems(): NumberSystem[] {
  const english = ['en'];
  const peers: readonly (readonly [string, Recogniser | undefined])[] = [
    ['@microsoft/recognizers-text', recognizersText()],
    ['compromise', compromise()],
    ['wink-nlp', wink()],
  ];
  return [
    { name: 'glossator', languages: ['en', 'et', 'ru'], recognise: glossator },
    ...peers.flatMap(([name, recognise]) =>
      recognise ? [{ name, languages: english, recognise }] : [],
    ),
  ];
}

function glossator(text: string, code: string): FoundNumber[] {
  const language = languageOf(code);
  if (!language) return [];
  const tokens = tokenise(text, language);
  const layout = layOut(text, tokens, language);
  return recogniseNumbers({ text, tokens, layout, language }).map(({ start, end, kind, value }) => {
    if (typeof value === 'string') return { start, end, kind };
    if (typeof value === 'object' && 'amount' in value)
      return { start, end, kind, value: value.amount, currency: value.currency };
    return { start, end, kind, value };
  });
}

type RecognizersModel = (
  text: string,
  culture: string,
) => {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
  readonly typeName: string;
  readonly resolution?: Resolution | null;
}[];

const modelsOfKind: Readonly<Partial<Record<NumberKind, readonly string[]>>> = {
  cardinal: ['recognizeNumber'],
  ordinal: ['recognizeOrdinal'],
  percent: ['recognizePercentage'],
  money: ['recognizeCurrency'],
  quantity: ['recognizeDimension', 'recognizeTemperature', 'recognizeAge'],
};

function recognizersText(): Recogniser | undefined {
  const suite = peer<Readonly<Record<string, RecognizersModel>>>(
    '@microsoft/recognizers-text-suite',
  );
  if (!suite) return undefined;
  return (text, _language, kinds) => {
    const asked = kinds.length > 0 ? kinds : (['cardinal', 'ordinal', 'percent', 'money'] as const);
    return asked
      .flatMap((kind) => modelsOfKind[kind] ?? [])
      .flatMap((model) => suite[model](text, 'en-us'))
      .map(({ start, end, typeName, resolution }) => {
        const kind = kindOfType[typeName] ?? 'cardinal';
        return { start, end: end + 1, kind, ...resolved(resolution ?? {}, kind) };
      });
  };
}

interface CompromiseNumber {
  readonly offset: { readonly start: number; readonly length: number };
  readonly terms: readonly { readonly tags: readonly string[] }[];
  readonly number?: { readonly num: number; readonly prefix: string };
}

type Compromise = (text: string) => {
  numbers(): { json(options: { offset: true }): CompromiseNumber[] };
};

const currencyOfSign: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

function compromise(): Recogniser | undefined {
  const nlp = peer<Compromise>('compromise');
  if (!nlp) return undefined;
  return (text) =>
    nlp(text)
      .numbers()
      .json({ offset: true })
      .map(({ offset: { start, length }, terms, number }) => {
        const tags = new Set(terms.flatMap((term) => term.tags));
        const kind = tags.has('Money') ? 'money' : tags.has('Percent') ? 'percent' : 'cardinal';
        const currency = currencyOfSign[number?.prefix ?? ''];
        return {
          start,
          end: start + length,
          kind: tags.has('Ordinal') ? 'ordinal' : kind,
          ...(number && { value: number.num }),
          ...(currency && { currency }),
        };
      });
}

interface WinkItem {
  out(property?: unknown): unknown;
}

interface Wink {
  readonly its: {
    readonly type: unknown;
    readonly span: unknown;
    readonly precedingSpaces: unknown;
  };
  readDoc(text: string): {
    entities(): { each(visit: (entity: WinkItem) => void): void };
    tokens(): { each(visit: (token: WinkItem) => void): void };
  };
}

const kindOfWink: Readonly<Record<string, NumberKind>> = {
  CARDINAL: 'cardinal',
  ORDINAL: 'ordinal',
  PERCENT: 'percent',
  MONEY: 'money',
};

/** Spans and kinds; wink-nlp gives no values. */
function wink(): Recogniser | undefined {
  const load = peer<(model: unknown) => Wink>('wink-nlp');
  const model = peer<unknown>('wink-eng-lite-web-model');
  if (!load || !model) return undefined;
  const nlp = load(model);
  return (text) => {
    const document = nlp.readDoc(text);
    const ends: number[] = [];
    const starts: number[] = [];
    let at = 0;
    document.tokens().each((token) => {
      const start = at + String(token.out(nlp.its.precedingSpaces)).length;
      at = start + String(token.out()).length;
      starts.push(start);
      ends.push(at);
    });
    const found: FoundNumber[] = [];
    document.entities().each((entity) => {
      const kind = kindOfWink[String(entity.out(nlp.its.type))];
      const span = entity.out(nlp.its.span);
      if (kind && Array.isArray(span))
        found.push({ start: starts[span[0]], end: ends[span[1]], kind });
    });
    return found;
  };
}
