import type { NumberMention } from '../../recognise/mentions.ts';
import type { Finding, TextReplacement } from '../finding.ts';
import { rewriteAll } from '../fixes.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { quoted } from '../words.ts';

/** The sign of each purpose inside a number in digits; every kind of space counts as a blank. */
type Signs = { readonly [P in Purpose]?: string | undefined };
type Purpose = 'decimal' | 'grouping';

interface Written {
  readonly mention: NumberMention;
  readonly signs: Signs;
}

/**
 * Numbers that write the decimal sign or group thousands otherwise than the
 * rest of the text: `1,5 million` beside `7,000`. Where the text has two
 * decimal signs, or one sign for both purposes, the language says which is right;
 * thousands should be grouped as most of them are.
 */
export const formatMixed: TextRule = {
  code: 'number/format-mixed',
  severity: 'warning',
  title: 'Numbers written in different ways',
  scope: 'text',
  check(text) {
    const written: Written[] = [];
    for (const mention of text.numbers(undefined, hasSigns)) {
      if (!mayBeTime(text, mention)) written.push({ mention, signs: signsOf(mention) });
    }
    const usual = usualSigns(written, text.language.numbers.decimal);
    return [...odd(text, written, usual, 'decimal'), ...odd(text, written, usual, 'grouping')];
  },
};

const kinds: ReadonlySet<string> = new Set(['cardinal', 'range', 'percent', 'money', 'quantity']);

function hasSigns({ kind, reading }: NumberMention): boolean {
  return kinds.has(kind) && (reading.includes('decimal sign') || reading.includes('thousands'));
}

/** The signs of a number, as the recogniser says that it read them. */
function signsOf({ reading }: NumberMention): Signs {
  const decimal = /“(.)” is the decimal sign/.exec(reading)?.[1];
  const spaced = reading.includes('spaces group thousands');
  const grouping = spaced ? ' ' : /“(.)” groups thousands/.exec(reading)?.[1];
  return { decimal, grouping };
}

/** `16.30` where the decimal sign is a comma. */
function mayBeTime(text: AnalysedText, { start, end }: NumberMention): boolean {
  if (text.language.numbers.decimal === '.' || end - start > 5) return false;
  return /^\d{1,2}\.[0-5]\d$/.test(text.slice(start, end));
}

/** The sign that each purpose should have; `own` is the language's decimal sign. */
function usualSigns(written: readonly Written[], own: string): Signs {
  const decimals = tally(written, 'decimal');
  const groupings = tally(written, 'grouping');
  const [first] = decimals.keys();
  const decimal = decimals.size > 1 || groupings.has(first) ? own : first;
  groupings.delete(decimal);
  const [grouping] = [...groupings].reduce((a, b) => (b[1] > a[1] ? b : a), [' ', 0]);
  return { decimal, grouping };
}

/** How often each sign serves a purpose. */
function tally(written: readonly Written[], purpose: Purpose): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { signs } of written) {
    const sign = signs[purpose];
    if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

const other = { decimal: 'grouping', grouping: 'decimal' } as const;
const does = { decimal: 'is the decimal sign', grouping: 'groups thousands' } as const;

/** The finding about the numbers that have an unusual sign for a purpose; none where all have the usual one. */
function odd(
  text: AnalysedText,
  written: readonly Written[],
  usual: Signs,
  purpose: Purpose,
): Finding[] {
  const odd = written.filter(({ signs }) => (signs[purpose] ?? usual[purpose]) !== usual[purpose]);
  if (odd.length === 0) return [];
  const [{ mention, signs }] = odd;
  const sign = signs[purpose];
  const clash = written.find(({ signs }) => signs[other[purpose]] === sign);
  const model = clash ?? written.find(({ signs }) => signs[purpose] === usual[purpose]);
  const elsewhere = clash
    ? `a ${nameOf(sign)} ${does[other[purpose]]}`
    : `a ${nameOf(usual[purpose])} ${purpose === 'decimal' ? 'is' : 'does'}`;
  const { start, end } = mention;
  const words = ({ mention: place }: Written) => quoted(text.slice(place.start, place.end));
  const edits = odd.map((one) => rewritten(text, one, usual));
  return [
    {
      code: 'number/format-mixed',
      start,
      end,
      message: `In ${words(odd[0])} a ${nameOf(sign)} ${does[purpose]}; elsewhere in this text ${elsewhere}${model ? `, as in ${words(model)}` : ''}.`,
      related: model ? [{ ...placeOf(model), message: `${words(model)} here` }] : [],
      fixes: rewriteAll(`Write ${quoted(edits[0].text)}`, edits),
    },
  ];
}

function placeOf({ mention: { start, end } }: Written) {
  return { start, end };
}

function nameOf(sign: string | undefined): string {
  if (sign === ',') return 'comma';
  if (sign === '.') return 'full stop';
  return sign === ' ' ? 'space' : 'mark';
}

/** The number with the usual signs; spaces become ones that no line breaks at. */
function rewritten(text: AnalysedText, { mention, signs }: Written, usual: Signs): TextReplacement {
  const { start, end } = mention;
  const words = text.slice(start, end).replace(/(?<=\d)[.,'’\s](?=\d)/g, (sign) => {
    const purpose = sign.trim() === '' || sign === signs.grouping ? 'grouping' : 'decimal';
    const right = signs[purpose] === undefined ? sign : (usual[purpose] ?? sign);
    return right === ' ' ? '\u00a0' : right;
  });
  return { start, end, text: words };
}
