import type { Language } from '../../languages/language.ts';
import type { Candidates } from '../candidates.ts';
import type { Passage } from '../passage.ts';
import { nameLexiconOf, WordClass } from './lexicon.ts';
import { sharedName } from './sharedNames.ts';

/** Types with a lower score are guesses that a surer neighbour corrects. */
const sure = 12;
/** What may stand between two names of one list, in units. */
const longestGap = 6;

/**
 * Gives names whose type is a mere guess the type of a surer name beside them
 * in a list (`Rabiyah and Sinjar`, `Qamenas, Sarmin and Aleppo`).
 */
export function shareTypes(passage: Passage, candidates: Candidates): void {
  for (let at = 1; at < candidates.length; at++) share(passage, candidates, at, at - 1);
  for (let at = candidates.length - 2; at >= 0; at--) share(passage, candidates, at, at + 1);
}

function share(passage: Passage, candidates: Candidates, at: number, beside: number): void {
  const guessed = candidates.names[at];
  if (guessed.source !== 'capitals' || guessed.score >= sure) return;
  const other = candidates.names[beside];
  if (other.score < sure || other.type === 'MISC') return;
  const left = Math.min(at, beside);
  if (!isListGap(passage, candidates.endOf(left), candidates.startOf(left + 1))) return;
  const why = `in a list with “${other.form}”`;
  const { weak: _, ...firm } = guessed;
  const name = { ...firm, type: other.type, score: sure, why };
  candidates.rename(at, sharedName(name, passage.language));
}

/** Whether only a comma or a conjunction stands between the two offsets. */
function isListGap({ text, language }: Passage, from: number, to: number): boolean {
  if (to - from > longestGap) return false;
  const gap = text.slice(from, to);
  if (gap === ', ') return true;
  const known = gapsOf(language);
  const joins = known.get(gap) ?? joinsList(gap, language);
  if (known.size === rememberedGaps) known.clear();
  known.set(gap, joins);
  return joins;
}

/** Gaps remembered of one language before the memory is emptied. */
const rememberedGaps = 1 << 10;
const gaps = new WeakMap<Language, Map<string, boolean>>();

function gapsOf(language: Language): Map<string, boolean> {
  let known = gaps.get(language);
  if (known === undefined) {
    known = new Map();
    gaps.set(language, known);
  }
  return known;
}

function joinsList(gap: string, language: Language): boolean {
  const words = gap.trim();
  if (words === ',') return true;
  if (words === '' || words.includes('\n')) return false;
  const word = words.replace(/^,\s*/, '');
  return (nameLexiconOf(language).classOfText(word) & WordClass.conjunction) !== 0;
}
