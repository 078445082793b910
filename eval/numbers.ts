import { type GoldNumber, type NumberSet, numberSets } from './numberData.ts';
import { type FoundNumber, type NumberSystem, numberSystems } from './numberPeers.ts';
import type { Row } from './table.ts';

/** The numbers of every data set there is, by Glossator and, where they know the language, by the peers. */
export function evaluate(dataFolder: string): Row[] {
  const systems = numberSystems();
  return numberSets(dataFolder).flatMap((set) =>
    systems
      .filter(({ languages }) => languages.includes(set.language))
      .flatMap((system) => rowsOf(set, system)),
  );
}

/** One row for the whole set; one more for each of its parts where it has several. */
function rowsOf(set: NumberSet, system: NumberSystem): Row[] {
  const { name, language, complete, cases } = set;
  const parts = new Map<string, { gold: number; right: number; values: number; wrong: string[] }>();
  let found = 0;
  for (const { text, gold } of cases) {
    const mentions = system.recognise(text, language, complete);
    if (gold.length > 0) found += mentions.filter(({ kind }) => complete.includes(kind)).length;
    for (const wanted of gold) {
      const part = parts.get(wanted.part ?? '') ?? { gold: 0, right: 0, values: 0, wrong: [] };
      parts.set(wanted.part ?? '', part);
      const same = mentions.filter((mention) => isFound(wanted, mention));
      const right = same.some((mention) => isValueRight(wanted, mention));
      part.gold += 1;
      part.right += same.length > 0 ? 1 : 0;
      part.values += right ? 1 : 0;
      if (!right) part.wrong.push(shown(text, wanted, mentions));
    }
  }
  const row = (title: string, counts: Omit<Row, 'set' | 'system'>): Row => ({
    set: `numbers/${title}`,
    system: system.name,
    ...counts,
    ...(system.name === 'glossator' ? {} : { wrong: [] }),
  });
  const all = [...parts.values()];
  const sum = (key: 'gold' | 'right' | 'values') =>
    all.reduce((total, part) => total + part[key], 0);
  const whole = row(name, {
    gold: sum('gold'),
    right: sum('right'),
    values: sum('values'),
    ...(complete.length > 0 ? { found } : {}),
    wrong: all.length > 1 ? [] : all.flatMap(({ wrong }) => wrong),
  });
  return all.length > 1
    ? [whole, ...[...parts].map(([part, counts]) => row(`${name}: ${part}`, counts))]
    : [whole];
}

/** A bare number is also found where it is the number of a sum, a share or a quantity. */
function isFound(wanted: GoldNumber, mention: FoundNumber): boolean {
  const inside = mention.start <= wanted.start && wanted.end <= mention.end;
  if (wanted.kind === 'cardinal' && inside && measures.has(mention.kind))
    return isValueRight(wanted, mention);
  if (wanted.kind !== undefined && wanted.kind !== mention.kind) return false;
  return wanted.loose
    ? mention.start < wanted.end && wanted.start < mention.end
    : mention.start === wanted.start && mention.end === wanted.end;
}

function isValueRight(wanted: GoldNumber, { value, currency }: FoundNumber): boolean {
  if (wanted.value === undefined) return true;
  if (value === undefined || (wanted.currency !== undefined && wanted.currency !== currency))
    return false;
  const [want, have] = [[wanted.value].flat(), [value].flat()];
  return want.length === have.length && want.every((number, index) => isNear(have[index], number));
}

const measures: ReadonlySet<string> = new Set(['money', 'percent', 'quantity']);

function isNear(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) <= Math.abs(wanted) * 1e-9 + 1e-18;
}

function shown(text: string, wanted: GoldNumber, mentions: readonly FoundNumber[]): string {
  const { start, end, kind, value, currency } = wanted;
  const around = `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`;
  const found = mentions.map(
    (mention) =>
      `[${text.slice(mention.start, mention.end)}] ${mention.kind} ${mention.value ?? ''} ${mention.currency ?? ''}`,
  );
  return `${around} ${kind ?? ''} ${value ?? ''} ${currency ?? ''} ← ${found.join(', ') || 'nothing'}`;
}
