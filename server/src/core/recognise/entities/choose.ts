import type { Span } from '../../span.ts';
import type { EntityCandidate, NumberMention } from '../mentions.ts';
import type { Reading } from './words.ts';

/** The readings of one run that do not overlap: the higher score wins, then the longer, then the earlier. */
export function chooseReadings(readings: readonly Reading[]): Reading[] {
  if (readings.length < 2) return [...readings];
  const ranked = readings.toSorted(
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
 * other as it is.
 */
export function mergeCandidates(
  sure: readonly EntityCandidate[],
  others: readonly EntityCandidate[],
): readonly EntityCandidate[] {
  if (sure.length === 0) return others;
  const merged: EntityCandidate[] = [];
  let next = 0;
  for (const other of others) {
    while (next < sure.length && sure[next].end <= other.start) merged.push(sure[next++]);
    let winner: EntityCandidate | null = other;
    for (let at = next; at < sure.length && sure[at].start < other.end; at++) {
      winner = winner && decide(sure[at], winner);
    }
    if (winner === null) continue;
    merged.push(winner);
    while (next < sure.length && sure[next].start < other.end) next++;
  }
  merged.push(...sure.slice(next));
  return merged;
}

/** The candidate that stays in the place of `other`, or null where `sure` stays. */
function decide(sure: EntityCandidate, other: EntityCandidate): EntityCandidate | null {
  const longer =
    other.start <= sure.start &&
    sure.end <= other.end &&
    other.end - other.start > sure.end - sure.start;
  if (!longer || sure.source !== 'registry' || other.source === 'capitals') return null;
  if (other.type !== 'PER' || sure.type !== 'PER') return other;
  const { entity, entities, why } = sure;
  return {
    ...other,
    ...(entity === undefined ? {} : { entity }),
    ...(entities === undefined ? {} : { entities }),
    source: 'registry',
    why,
  };
}

/** Leaves out candidates that are a number, a date or part of one; identifiers may be both. */
export function withoutNumbers(
  candidates: readonly EntityCandidate[],
  numbers: readonly NumberMention[],
): EntityCandidate[] {
  let next = 0;
  return candidates.filter((candidate) => {
    while (next < numbers.length && numbers[next].end <= candidate.start) next++;
    for (let at = next; at < numbers.length && numbers[at].start < candidate.end; at++) {
      if (numbers[at].kind !== 'identifier' && !strictlyCovers(candidate, numbers[at]))
        return false;
    }
    return true;
  });
}

function strictlyCovers(outer: Span, inner: Span): boolean {
  return outer.start < inner.start && inner.end <= outer.end;
}
