import type { Language } from '../../languages/language.ts';
import type { Span } from '../../span.ts';
import { Candidates } from '../candidates.ts';
import type { EntityCandidate, Name, NumberMention } from '../mentions.ts';
import { sharedName } from './sharedNames.ts';
import type { Reading } from './words.ts';

/** The readings of one run that do not overlap: the higher score wins, then the longer, then the earlier. */
export function chooseReadings(readings: readonly Reading[]): Reading[] {
  if (readings.length < 2) return [...readings];
  const ranked = [...readings].sort(
    (a, b) => b.score - a.score || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  const chosen: Reading[] = [];
  for (const reading of ranked) {
    if (chosen.every(({ from, to }) => to <= reading.from || reading.to <= from))
      chosen.push(reading);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

/**
 * Puts surer candidates (from the registry or an abbreviation's definition)
 * into the others. Where they overlap, the surer one stays, except that a
 * longer name around an alias is kept: a person's with the alias's entity, any
 * other as it is. `others` may be changed and given back.
 */
export function mergeCandidates(
  sure: Candidates,
  others: Candidates,
  language: Language,
): Candidates {
  if (sure.length === 0 || replaced(sure, others)) return others;
  const merged = new Candidates();
  let next = 0;
  const take = () => merged.add(sure.startOf(next), sure.names[next++]);
  for (let index = 0; index < others.length; index++) {
    const start = others.startOf(index);
    const end = others.endOf(index);
    while (next < sure.length && sure.endOf(next) <= start) take();
    let winner: Name | null = others.names[index];
    for (let at = next; at < sure.length && sure.startOf(at) < end; at++) {
      winner = winner && decide(sure.at(at), { start, end, name: winner }, language);
    }
    if (winner === null) continue;
    merged.add(start, winner);
    while (next < sure.length && sure.startOf(next) < end) next++;
  }
  while (next < sure.length) take();
  return merged;
}

/** Puts the surer candidates in the place of others with their very spans; nothing where one has no such other. */
function replaced(sure: Candidates, others: Candidates): boolean {
  const places: number[] = [];
  let at = 0;
  for (let index = 0; index < sure.length; index++) {
    const start = sure.startOf(index);
    while (at < others.length && others.startOf(at) < start) at++;
    if (at === others.length || others.startOf(at) !== start) return false;
    if (others.endOf(at) !== sure.endOf(index)) return false;
    places.push(at);
  }
  for (let index = 0; index < sure.length; index++) others.rename(places[index], sure.names[index]);
  return true;
}

/** The name that stays in the place of `other`, or null where `sure` stays. */
function decide(sure: EntityCandidate, other: EntityCandidate, language: Language): Name | null {
  const longer =
    other.start <= sure.start &&
    sure.end <= other.end &&
    other.end - other.start > sure.end - sure.start;
  if (!longer || sure.name.source !== 'registry' || other.name.source === 'capitals') return null;
  if (other.name.type !== 'PER' || sure.name.type !== 'PER') return other.name;
  const { entity, entities, why } = sure.name;
  const name: Name = {
    ...other.name,
    ...(entity === undefined ? {} : { entity }),
    ...(entities === undefined ? {} : { entities }),
    source: 'registry',
    why,
  };
  return sharedName(name, language);
}

/** Leaves out candidates that are a number, a date or part of one; identifiers may be both. */
export function withoutNumbers(
  candidates: Candidates,
  numbers: readonly NumberMention[],
): Candidates {
  let left: Candidates | undefined;
  let next = 0;
  for (let at = 0; at < candidates.length; at++) {
    const start = candidates.startOf(at);
    const end = candidates.endOf(at);
    while (next < numbers.length && numbers[next].end <= start) next++;
    let taken = false;
    for (let i = next; i < numbers.length && numbers[i].start < end; i++) {
      taken ||= numbers[i].kind !== 'identifier' && !strictlyCovers(start, end, numbers[i]);
    }
    if (taken) left ??= candidates.upTo(at);
    else left?.add(start, candidates.names[at]);
  }
  return left ?? candidates;
}

function strictlyCovers(start: number, end: number, inner: Span): boolean {
  return start < inner.start && inner.end <= end;
}
