import type { Parsed, Problem } from '../problem.ts';
import type { Sidecar } from './model.ts';
import { conflictMarker, parseSidecar } from './sidecar.ts';

type Side = 'ours' | 'base' | 'theirs';

/** The sides of a sidecar that git left conflict markers in. */
export interface ConflictedSidecar {
  /** The common ancestor; null unless git was told to write it (`merge.conflictStyle` diff3 or zdiff3). */
  readonly base: Sidecar | null;
  readonly ours: Sidecar;
  readonly theirs: Sidecar;
}

const everySide = ['ours', 'base', 'theirs'] as const;

/**
 * Reads a sidecar with git's conflict markers as the sidecars of the two sides
 * (and of the base, where its lines are there): merge them with
 * `mergeSidecars`. The value is null where there are no markers or they do not
 * fit together, and where a side cannot be read; the problems then lie at the
 * markers, since a side alone stands nowhere.
 */
export function parseConflicted(source: string): Parsed<ConflictedSidecar> {
  const sides = { ours: '', base: '', theirs: '' };
  const problems: Problem[] = [];
  let inside: Side | null = null;
  let marked = false;
  let hasBase = false;
  let at = 0;
  for (const line of source.split(/(?<=\n)/)) {
    const mark: string | undefined = conflictMarker.exec(line.replace(/\r?\n$/, ''))?.[1][0];
    const next: Side | null | undefined = mark ? nextSide(inside, mark) : inside;
    if (next === undefined) {
      const message = 'This conflict marker has no counterpart. Restore the file from git.';
      problems.push({ start: at, end: at + 7, message });
      break;
    }
    if (mark) marked = true;
    else if (next) sides[next] += line;
    else for (const side of everySide) sides[side] += line;
    if (next === 'base') hasBase = true;
    inside = next;
    at += line.length;
  }
  if (!marked || inside !== null || problems.length > 0) return { value: null, problems };
  const [ours, theirs] = [parseSidecar(sides.ours), parseSidecar(sides.theirs)];
  if (ours.value && theirs.value) {
    const base = hasBase ? parseSidecar(sides.base).value : null;
    return { value: { base, ours: ours.value, theirs: theirs.value }, problems: [] };
  }
  const start = Math.max(0, source.search(/^<{7}/m));
  for (const [name, { problems: faults }] of [
    ['first', ours],
    ['second', theirs],
  ] as const) {
    for (const { message } of faults) {
      problems.push({
        start,
        end: start + 7,
        message: `Of the conflict's ${name} side: ${message}`,
      });
    }
  }
  return { value: null, problems };
}

/** The side that begins behind a marker; null for all sides, undefined where the marker cannot stand. */
function nextSide(inside: Side | null, mark: string): Side | null | undefined {
  if (mark === '<') return inside === null ? 'ours' : undefined;
  if (mark === '|') return inside === 'ours' ? 'base' : undefined;
  if (mark === '=') return inside === 'ours' || inside === 'base' ? 'theirs' : undefined;
  return inside === 'theirs' ? null : undefined;
}
