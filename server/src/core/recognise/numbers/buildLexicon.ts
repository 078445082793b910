import type { CountedNouns, Forms, Language } from '../../languages/language.ts';
import { addTo } from '../../lists.ts';
import { hashWord } from '../../text/hash.ts';
import {
  type CountedEndings,
  type Entry,
  type Lexicon,
  prefixOf,
  Role,
  startFilter,
  type Word,
} from './lexicon.ts';
import { fractionSigns, powers } from './units.ts';
import { follows, leads, startsOf } from './wordStarts.ts';
import { number, phrasesOf, range, WordTable } from './wordTable.ts';

const cache = new WeakMap<Language, Lexicon>();

/** The language's lexicon, built at first use. */
export function lexiconOf(language: Language): Lexicon {
  let lexicon = cache.get(language);
  if (!lexicon) {
    lexicon = build(language);
    cache.set(language, lexicon);
  }
  return lexicon;
}

function build(language: Language): Lexicon {
  const builder = new WordTable(language.numbers.endings);
  addNumbers(builder, language);
  addJoined(builder, language);
  addRoles(builder, language);
  addDates(builder, language);
  const splitsHyphens = language.text.joiningPrefixes !== null;
  const { entries, hashes } = emptySlots(builder.words.size);
  const distinct = new Map<string, Word>();
  const [known, prefixes] = [0, 1].map(() => new Uint8Array(8192));
  const starts: string[] = [...fractionSigns];
  const clock = language.dates.clock !== '' || language.dates.minutes !== '';
  for (const [form, word] of builder.words) {
    word.starts = startsOf(word, clock);
    word.leads = leads(form, word);
    word.follows = follows(form, word);
    const hash = hashWord(form);
    let slot = hash & (hashes.length - 1);
    while (entries[slot] !== undefined) slot = (slot + 1) & (hashes.length - 1);
    entries[slot] = { form, word: shared(distinct, word) };
    hashes[slot] = hash;
    setBit(known, hash);
    if (word.starts === 0) continue;
    starts.push(form);
    if (form.length <= longestAbbreviation) starts.push(`${form}.`);
    setBit(prefixes, prefixOf(form.charCodeAt(0), form.charCodeAt(1), form.charCodeAt(2)));
    if (splitsHyphens) starts.push(...wholeTokens(form, word));
  }
  const starting = startFilter(starts);
  const hedges = byLastWord(language.numbers.hedges);
  const counted = endingsOf(language.numbers.counted);
  return {
    language,
    entries,
    hashes,
    known,
    starting,
    prefixes,
    hedges,
    counted,
    eras: phrasesOf(language.dates.eras),
    clockWords: clockWordsOf(language),
    oclock: phrasesOf(language.dates.oclock),
    partsOfDay: phrasesOf(language.dates.partsOfDay),
    hemispheres: phrasesOf(language.numbers.hemispheres),
    splitsHyphens,
  };
}

function clockWordsOf({ dates: { clock, minutes } }: Language): Lexicon['clockWords'] {
  return {
    before: clock !== '',
    past: minutes.includes('past '),
    missing: minutes.includes('without '),
  };
}

function endingsOf({ plural, notPlural, notEndings, adjectives }: CountedNouns): CountedEndings {
  const split = (forms: Forms | undefined) => (forms ? forms.split(' ') : []);
  return {
    plural: split(plural),
    notPlural: split(notPlural),
    notEndings: split(notEndings),
    adjectives: split(adjectives),
  };
}

/** Slots for so many forms, at least half of which stay free. */
function emptySlots(forms: number): { entries: (Entry | undefined)[]; hashes: Int32Array } {
  const size = 2 ** Math.ceil(Math.log2(2 * forms));
  const entries = new Array<Entry | undefined>(size).fill(undefined);
  return { entries, hashes: new Int32Array(size) };
}

function byLastWord(phrases: readonly string[]): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    addTo(table, lastWord(phrase), phrase);
  }
  return table;
}

function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(' ') + 1);
}

/** One word for all forms that mean the same. */
function shared(distinct: Map<string, Word>, word: Word): Word {
  const key = JSON.stringify(word);
  const same = distinct.get(key) ?? word;
  distinct.set(key, same);
  return same;
}

/** The tokens that hold a word of the calendar though hyphens and apostrophes divide most others: `today's`, `mid-March`. */
function wholeTokens(form: string, word: Word): string[] {
  const calendar = word.month ?? word.weekday ?? word.day ?? word.period;
  if (calendar === undefined) return [];
  return [`${form}'s`, ...['mid', 'pre', 'post'].map((prefix) => `${prefix}-${form}`)];
}

function setBit(bits: Uint8Array, value: number): void {
  bits[(value & 0xffff) >> 3] |= 1 << (value & 7);
}

/** Tokens that are an abbreviation include its full stop (`Nov.`). */
const longestAbbreviation = 6;

function addNumbers(builder: WordTable, { numbers }: Language): void {
  builder.all(numbers.cardinals, number, 'cardinal');
  builder.all(numbers.scales, number, 'scale');
  builder.all(numbers.ordinals, number, 'ordinal');
  const ending = numbers.denominatorEnding;
  if (ending) {
    const ordinals = [...builder.words].filter(([, word]) => (word.ordinal ?? 0) > 2);
    for (const [form, { ordinal = 1 }] of ordinals)
      builder.word(form + ending).denominator = ordinal;
  }
  builder.all(numbers.fractions, number, 'fraction');
  builder.all(numbers.denominators, number, 'denominator');
  builder.all(numbers.partsOfUnits, number, 'partOfUnit');
  builder.all(numbers.vague, range, 'vague');
  builder.all(numbers.few, number, 'few');
  builder.all(numbers.units, String, 'unit');
  builder.all(numbers.joinedUnits, String, 'joinedUnit');
  for (const [form, power] of powers) builder.word(form).power = power;
  builder.all(numbers.currencies, String, 'currency');
  builder.all(numbers.cents, String, 'cent');
}

function addJoined(builder: WordTable, { numbers }: Language): void {
  for (const { plus, times, tails } of numbers.joined?.numbers ?? []) {
    for (const [stem, ...cases] of numbers.joined?.stems ?? []) {
      const value = plus === undefined ? stem * (times ?? 1) : stem + plus;
      if (times !== undefined && stem === 1 && times < 100) continue;
      tails.forEach((forms, index) => {
        const head = index === 3 ? cases[1] : cases[index];
        for (const tail of builder.expand(forms)) {
          const word = builder.word(head + tail);
          if (index === 3) word.ordinal ??= value;
          else word.cardinal ??= value;
        }
      });
    }
  }
  if (!numbers.tensJoinOnes) return;
  const below = (low: number, high: number) =>
    [...builder.words].filter(([, w]) => (w.cardinal ?? -1) >= low && (w.cardinal ?? -1) < high);
  const ordinals = [...builder.words].filter(([, w]) => (w.ordinal ?? 99) < 10);
  for (const [tens, { cardinal = 0 }] of below(20, 100)) {
    for (const [ones, word] of below(1, 10))
      builder.word(tens + ones).cardinal = cardinal + (word.cardinal ?? 0);
    for (const [ones, word] of ordinals)
      builder.word(tens + ones).ordinal = cardinal + (word.ordinal ?? 0);
  }
}

function addRoles(builder: WordTable, { numbers, dates }: Language): void {
  const roles: readonly (readonly [Forms, number])[] = [
    [numbers.articles, Role.article],
    [numbers.and, Role.and],
    [numbers.minus, Role.minus],
    [numbers.point, Role.point],
    [numbers.join, Role.join],
    [numbers.percent, Role.percent],
    [numbers.percentPoints, Role.percentPoints],
    [numbers.points, Role.points],
    [numbers.ageBefore, Role.ageBefore],
    [numbers.pronounBehind, Role.pronounBehind],
    [numbers.between, Role.between],
    [numbers.from, Role.from],
    [numbers.to, Role.to],
    [numbers.of, Role.of],
    [numbers.counted.stops, Role.stop],
    [numbers.counted.irregular ?? '', Role.plural],
    [numbers.labels, Role.label],
    [numbers.pluralLabels, Role.labels],
    [numbers.pronounBefore, Role.pronounBefore],
    [numbers.phone, Role.phone],
    [dates.yearBefore, Role.yearBefore],
    [dates.yearBehind, Role.yearBehind],
    [dates.century, Role.century],
    [dates.quarter, Role.quarter],
    [dates.decadeBehind, Role.decadeBehind],
    [dates.beforeChrist, Role.beforeChrist],
    [dates.afterChrist, Role.afterChrist],
    [dates.clock, Role.clock],
    [dates.at, Role.at],
    [dates.of, Role.dateOf],
  ];
  for (const [forms, role] of roles) builder.role(forms, role);
  for (const phrase of numbers.hedges) builder.role(lastWord(phrase), Role.hedgeEnd);
  for (const phrase of numbers.hedgesBehind) builder.role(phrase.split(' ')[0], Role.hedgeStart);
}

function addDates(builder: WordTable, { dates }: Language): void {
  dates.months.forEach((forms, index) => {
    for (const form of builder.expand(forms)) builder.word(form).month = index + 1;
  });
  dates.weekdays.forEach((forms, index) => {
    for (const form of builder.expand(forms)) builder.word(form).weekday = index + 1;
  });
  builder.all(dates.days, number, 'day');
  builder.all(dates.years, number, 'years');
  builder.all(dates.hours, number, 'hour');
  builder.all(dates.minutes, clockJoint, 'clockJoint');
  builder.all(dates.partsOfHour, number, 'partOfHour');
  builder.all(dates.partHours, number, 'partHour');
  builder.all(dates.seasons, number, 'season');
  builder.all(dates.decades, number, 'decade');
  builder.all(dates.periods, period, 'period');
  builder.all(dates.which, number, 'which');
  builder.all(dates.ago, number, 'ago');
}

function clockJoint(value: string): Word['clockJoint'] {
  return value === 'past' || value === 'to' || value === 'without' ? value : undefined;
}

function period(value: string): Word['period'] {
  return value === 'week' || value === 'month' || value === 'year' ? value : undefined;
}
