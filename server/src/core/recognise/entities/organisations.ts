import { endingsOf } from './forms.ts';
import { WordClass } from './lexicon.ts';
import { hasLocalEnding, type Reading, type Run, textOf } from './words.ts';

const stops = WordClass.title | WordClass.calendar;

/**
 * Names with a head noun (`Ministry of the Interior`, `Moscow University`) or a
 * company's form, and those that a place's name begins where names are declined
 * (`Eesti Kultuurkapital`).
 */
export function readOrganisations(run: Run, known: readonly Reading[]): Reading[] {
  return [
    ...readHeaded(run, known),
    ...readFirms(run),
    ...readOffices(run),
    ...readPlaceLed(run, known),
  ];
}

/** `Attorney General’s office`: what is called by the title of who is at its head. */
function readOffices(run: Run): Reading[] {
  const { words } = run;
  return words.flatMap(({ classes, start }, at) => {
    const owned = at > 0 && words[at - 1].end + 1 < start;
    if (!owned || (classes & WordClass.holdersHead) === 0) return [];
    let from = at;
    while (from > 0 && words[from - 1].classes & ofHolder) from--;
    while (from < at && !words[from].capitalised) from++;
    const to = at + 1;
    const why = 'called by the title of its head';
    return [{ from, to, type: 'ORG', source: 'name', why, score: 70 + to - from }];
  });
}

/** What the title of an office's holder is made of. */
const ofHolder = WordClass.title | WordClass.titleModifier | WordClass.link | WordClass.demonym;

/** `Marks & Spencer`: capitalised words on both sides of the sign. */
function readFirms(run: Run): Reading[] {
  const isPart = (at: number) =>
    run.words[at]?.capitalised === true && (run.words[at].classes & stops) === 0;
  return run.words.flatMap((_, at) => {
    if (textOf(run, at, at + 1) !== '&') return [];
    let from = at;
    while (isPart(from - 1)) from--;
    if (from === 0 && run.initial && run.words[0].classes & WordClass.ordinary) from++;
    let to = at + 1;
    while (isPart(to)) to++;
    if (from >= at || to === at + 1) return [];
    return [{ from, to, type: 'ORG', source: 'name', why: 'joined by “&”', score: 62 + to - from }];
  });
}

function readHeaded(run: Run, known: readonly Reading[]): Reading[] {
  const readings: Reading[] = [];
  const { words } = run;
  let from = 0;
  while (from < words.length) {
    while (from < words.length && !begins(run, from, known)) from++;
    if (from === words.length) break;
    const segment = segmentEnd(run, from, known);
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

function begins(run: Run, at: number, known: readonly Reading[]): boolean {
  const { classes, capitalised } = run.words[at];
  if (!capitalised || (at + 1 < run.words.length && hasLocalEnding(run, at))) return false;
  if (at === 0 && run.initial && isCommonPhrase(run, known)) return false;
  if (classes & stops && !(classes & WordClass.organisationHead)) return false;
  if (!(classes & WordClass.ordinary) || known.some(({ from }) => from === at)) return true;
  return (
    (classes & (WordClass.organisationHead | WordClass.titleModifier)) !== 0 ||
    (!run.initial && at > 0) ||
    (at === 0 && !run.initial)
  );
}

/** Whether a sentence starts with a word that nothing shows to be a name, and goes on in lower case. */
function isCommonPhrase({ words }: Run, known: readonly Reading[]): boolean {
  const isName = words[0].classes & WordClass.firstName || known.some(({ from }) => from === 0);
  return !isName && !words[0].allCaps && words.length > 1 && !words[1].capitalised;
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
function segmentEnd(run: Run, from: number, known: readonly Reading[]): number {
  const person = (run.words[from].classes & WordClass.firstName) !== 0;
  let at = from + 1;
  while (at < run.words.length) {
    const { classes } = run.words[at];
    if (classes & stops && !(classes & (WordClass.organisationHead | WordClass.titleModifier)))
      return at;
    const headBefore =
      run.words[at - 1].classes & (WordClass.organisationHead | WordClass.companyForm);
    const led = at === from + 1 && run.words[from].classes & WordClass.companyForm;
    if (headBefore && !led && classes & WordClass.firstName) return at;
    if (person && known.some((name) => name.from === at && name.type === 'ORG')) return at;
    at++;
  }
  return Math.min(at, run.words.length);
}

const joints = WordClass.link | WordClass.conjunction | WordClass.article;

/** Index behind the last head noun or company form and what `of` joins to it; `from` if there is none. */
function lastHead(run: Run, from: number, segment: number): number {
  let to = from;
  for (let at = from; at < segment; at++) {
    const { classes } = run.words[at];
    if (to === from && at > from && classes & WordClass.link && !run.words[at].capitalised) break;
    const company = classes & WordClass.companyForm && (at > from || segment > from + 1);
    if ((classes & WordClass.organisationHead) === 0 && !company) continue;
    to = at + 1;
    const next = run.words[at + 1];
    if (at + 1 < segment && next.classes & (WordClass.link | WordClass.conjunction)) {
      to = complementEnd(run, at + 1, segment);
    } else if (company && at === from) to = segment;
  }
  while (to > from && run.words[to - 1].classes & joints && !run.words[to - 1].capitalised) to--;
  return to;
}

/** Index behind what a link joins to the head noun; a person named behind it does not belong to it. */
function complementEnd(run: Run, link: number, segment: number): number {
  let to = link + 1;
  while (to < segment && !(run.words[to].classes & WordClass.firstName && to > link + 1)) to++;
  const person = to - 2 > link + 1 && isPlain(run, to - 1) && isPlain(run, to - 2);
  return person && run.words[to - 3].classes & WordClass.ordinary ? to - 2 : to;
}

/** Whether the capitalised word is in none of the lexicon's lists. */
function isPlain({ words }: Run, at: number): boolean {
  return words[at].capitalised && words[at].classes === 0;
}

/** Words that go on with no organisation's name behind a place. */
const noOrganisation =
  stops |
  WordClass.firstName |
  WordClass.ordinary |
  WordClass.placeHead |
  WordClass.otherHead |
  WordClass.conjunction |
  WordClass.demonym;

/** `Eesti Loto`, `Londoni Arsenal`: a place in the genitive and one or two capitalised words behind it. */
function readPlaceLed(run: Run, known: readonly Reading[]): Reading[] {
  if (endingsOf(run.passage.language) === null) return [];
  return known.flatMap(({ from, to, type }) => {
    if (type !== 'LOC' || !isGenitive(run, to - 1)) return [];
    let end = to;
    while (end < run.words.length && end < to + 2 && isOwn(run, end, known)) end++;
    if (end === to) return [];
    const why = 'named by its place';
    return [{ from, to: end, type: 'ORG', source: 'name', why, score: 61 + end - from }];
  });
}

/** Whether the word ends like a genitive: in a vowel, and in no ending of place. */
function isGenitive(run: Run, at: number): boolean {
  return /[aeiouõäöü]$/u.test(textOf(run, at, at + 1)) && !hasLocalEnding(run, at);
}

/** Whether the capitalised word belongs to the name before it. */
function isOwn(run: Run, at: number, known: readonly Reading[]): boolean {
  const { capitalised, allCaps, classes } = run.words[at];
  return (
    capitalised &&
    !allCaps &&
    (classes & noOrganisation) === 0 &&
    !known.some(({ from, to }) => from <= at && at < to)
  );
}
