import type { Span } from '../../span.ts';
import type { AttributeValue } from '../../tags/model.ts';
import type { CodePoints } from '../codePoints.ts';
import type { Range } from '../columns/words.ts';
import { unescapeField, unescapeValue } from './escapes.ts';
import type { Row } from './rows.ts';
import type { Word } from './text.ts';

/** A mention that brackets in `Entity=` show. */
export interface Entity extends Range {
  /** The name that mentions of one entity share. */
  readonly eid: string;
  readonly label: string;
  /** What the field `identity` links to. */
  readonly identity: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Its stretches of the text, in their order; at least one. */
  readonly pieces: readonly Span[];
  /** Whether it covers only some of the words that share a token. */
  readonly grown: boolean;
}

/** What mentions without a type are labelled. */
const UNTYPED = 'mention';

/** A stretch that is open, or was. */
interface Part {
  readonly place: number;
  readonly places: number;
  readonly fields: ReadonlyMap<string, string>;
  readonly first: number;
  readonly last: number;
}

/** Reads the brackets of one document. @returns also the rows whose brackets have no other half */
export function entitiesOf(
  words: readonly Word[],
  fields: readonly string[],
  points: CodePoints,
): { entities: Entity[]; halves: Row[] } {
  const names = fields.map((name) => (name === 'GRP' ? 'eid' : name === 'entity' ? 'etype' : name));
  const { mentions, halves } = pairs(words, names);
  const entities = mentions.map((parts): Entity => {
    const [{ fields: said }] = parts;
    const etype = unescapeField(said.get('etype') ?? '');
    return {
      first: parts[0].first,
      last: parts[parts.length - 1].last,
      eid: eidOf(said).name,
      label: etype === '' ? UNTYPED : etype,
      identity: unescapeField(said.get('identity') ?? ''),
      attributes: attributesOf(said),
      pieces: parts.map((part) => pieceOf(part, words, points)),
      grown: parts.some(({ first, last }) => sharesToken(words, { first, last })),
    };
  });
  return { entities, halves };
}

/** Whether the words cut a token that has no place for each of its words. */
export function sharesToken(words: readonly Word[], { first, last }: Range): boolean {
  const [begins, ends] = [words[first].shared, words[last].shared];
  return (begins !== undefined && begins.first < first) || (ends !== undefined && ends.last > last);
}

/** The text of consecutive words; that of empty nodes alone is empty. */
export function spanOf(words: readonly Word[], { first, last }: Range): Span {
  const inside = words.slice(first, last + 1).filter(({ row }) => row.kind !== 'empty');
  const { start } = inside[0] ?? words[first];
  return { start, end: inside.length === 0 ? start : inside[inside.length - 1].end };
}

/** Finds the two halves of each bracket, and the stretches of each mention. */
function pairs(
  words: readonly Word[],
  names: readonly string[],
): { mentions: Part[][]; halves: Row[] } {
  const open = new Map<string, { fields: Map<string, string>; first: number }[]>();
  const parts: Part[] = [];
  const halves: Row[] = [];
  words.forEach(({ row }, i) => {
    for (const [, opened, closed, shut] of (row.misc.get('Entity') ?? '').matchAll(
      /\(([^()]+)(\)?)|([^()]+)\)/g,
    )) {
      const values = (opened ?? shut ?? '').split('-');
      const eid = values[opened === undefined && values.length === 1 ? 0 : names.indexOf('eid')];
      if (opened === undefined) {
        const begun = open.get(eid ?? '')?.pop();
        if (begun === undefined) halves.push(row);
        else parts.push({ ...begun, ...eidOf(begun.fields), last: i });
        continue;
      }
      const fields = new Map(names.map((name, n) => [name, values[n] ?? '']));
      if (closed === ')') parts.push({ fields, ...eidOf(fields), first: i, last: i });
      else open.set(eid ?? '', [...(open.get(eid ?? '') ?? []), { fields, first: i }]);
    }
  });
  for (const { first } of [...open.values()].flat()) halves.push(words[first].row);
  return { mentions: together(parts), halves };
}

/** Puts the stretches of each mention (`e1[1/2]`, `e1[2/2]`) together. */
function together(parts: readonly Part[]): Part[][] {
  const mentions: Part[][] = [];
  const unfinished = new Map<string, Part[][]>();
  const inOrder = [...parts].sort(
    (a, b) => a.first - b.first || a.place - b.place || b.last - a.last,
  );
  for (const part of inOrder) {
    const key = `${eidOf(part.fields).name} ${part.places}`;
    const waiting = unfinished.get(key) ?? [];
    const begun = waiting.find(({ length }) => length > 0 && length === part.place - 1);
    if (begun !== undefined) {
      begun.push(part);
      continue;
    }
    const mention = [part];
    mentions.push(mention);
    if (part.places > 1) unfinished.set(key, [...waiting, mention]);
  }
  return mentions;
}

/** The name of an entity, and which of how many stretches the field speaks of. */
function eidOf(fields: ReadonlyMap<string, string>): {
  name: string;
  place: number;
  places: number;
} {
  const eid = fields.get('eid') ?? '';
  const found = /^(.*)\[(\d+)\/(\d+)\]$/su.exec(eid);
  if (found === null) return { name: eid, place: 1, places: 1 };
  return { name: found[1], place: Number(found[2]), places: Number(found[3]) };
}

/** The fields that have no place of their own in a tag, and what `other` holds. */
function attributesOf(fields: ReadonlyMap<string, string>): Record<string, AttributeValue> {
  const own = new Set(['eid', 'etype', 'identity', 'other', 'cut']);
  const rest = [...fields].filter(
    ([name, value]) => !own.has(name) && value !== '' && !(name === 'head' && value === '1'),
  );
  const other = (fields.get('other') ?? '').split(',').filter((item) => item !== '');
  const pairs = other.map((item): [string, AttributeValue] => {
    const at = item.indexOf(':');
    return at < 0
      ? [unescapeField(item), true]
      : [unescapeField(item.slice(0, at)), unescapeValue(item.slice(at + 1))];
  });
  return Object.fromEntries([
    ...rest.map(([name, value]): [string, AttributeValue] => [name, unescapeValue(value)]),
    ...pairs,
  ]);
}

function pieceOf(part: Part, words: readonly Word[], points: CodePoints): Span {
  const span = spanOf(words, part);
  const cut = /^(\+?)(\d+):(\+?)(\d+)$/.exec(part.fields.get('cut') ?? '');
  if (cut === null) return span;
  const [, out, from, beyond, to] = cut;
  const moved = (offset: number, by: number) => points.toUnits(points.fromUnits(offset) + by);
  return {
    start: moved(span.start, out === '+' ? -Number(from) : Number(from)),
    end: moved(span.end, beyond === '+' ? Number(to) : -Number(to)),
  };
}
