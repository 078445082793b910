import { WordClass } from './lexicon.ts';
import type { Reading, Run } from './words.ts';

const stops = WordClass.title | WordClass.calendar;

/** Names with a head noun (`Ministry of the Interior`, `Moscow University`) or a company's form. */
export function readOrganisations(run: Run): Reading[] {
  const readings: Reading[] = [];
  const { words } = run;
  let from = 0;
  while (from < words.length) {
    while (from < words.length && !begins(run, from)) from++;
    if (from === words.length) break;
    const segment = segmentEnd(run, from);
    const to = lastHead(run, from, segment);
    if (to > from + (isEnoughAlone(run, from) ? 0 : 1)) {
      readings.push({
        from,
        to,
        type: 'ORG',
        source: 'name',
        why: 'named like an organisation',
        score: 62 + to - from,
      });
      from = to;
    } else from = Math.max(segment, from + 1);
  }
  return readings;
}

function begins(run: Run, at: number): boolean {
  const { classes, capitalised } = run.words[at];
  if (!capitalised) return isEnoughAlone(run, at);
  if (classes & stops && !(classes & WordClass.organisationHead)) return false;
  if (!(classes & WordClass.ordinary)) return true;
  return (
    (classes & (WordClass.organisationHead | WordClass.titleModifier)) !== 0 ||
    (!run.initial && at > 0) ||
    (at === 0 && !run.initial)
  );
}

/** A head noun that names something by itself: a long compound such as `keskkonnaministeerium`. */
function isEnoughAlone(run: Run, at: number): boolean {
  const { classes, start, end } = run.words[at];
  return (
    (classes & WordClass.organisationHead) !== 0 &&
    (classes & WordClass.ordinary) === 0 &&
    end - start >= 12
  );
}

/** Index of the word at which a title or another name begins. */
function segmentEnd(run: Run, from: number): number {
  let at = from + 1;
  while (at < run.words.length) {
    const { classes } = run.words[at];
    if (classes & stops && !(classes & (WordClass.organisationHead | WordClass.titleModifier)))
      return at;
    const headBefore =
      run.words[at - 1].classes & (WordClass.organisationHead | WordClass.companyForm);
    if (headBefore && classes & WordClass.firstName) return at;
    at++;
  }
  return Math.min(at, run.words.length);
}

/** Index behind the last head noun or company form and what `of` joins to it; `from` if there is none. */
function lastHead(run: Run, from: number, segment: number): number {
  let to = from;
  for (let at = from; at < segment; at++) {
    const { classes } = run.words[at];
    const company = classes & WordClass.companyForm && (at > from || segment > from + 1);
    if ((classes & WordClass.organisationHead) === 0 && !company) continue;
    to = at + 1;
    const next = run.words[at + 1];
    if (at + 1 < segment && next.classes & (WordClass.link | WordClass.conjunction)) {
      to = complementEnd(run, at + 1, segment);
    } else if (company && at === from) to = segment;
  }
  return to;
}

/** Index behind what a link joins to the head noun. */
function complementEnd(run: Run, link: number, segment: number): number {
  let to = link + 1;
  while (to < segment && !(run.words[to].classes & WordClass.firstName && to > link + 1)) to++;
  return to;
}
