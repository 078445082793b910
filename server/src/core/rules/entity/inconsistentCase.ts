import type { NameMention, NameSummary } from '../../corpus/names.ts';
import type { Language } from '../../languages/language.ts';
import { nameLexiconOf, WordClass } from '../../recognise/entities/lexicon.ts';
import type { Finding, TextReplacement } from '../finding.ts';
import { rewriteAll } from '../fixes.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { quoted, times } from '../words.ts';
import { inCapitals, usualForm } from './forms.ts';
import { listedNames, registryNames, type Spellings } from './spellingsKnown.ts';

/** Words of so few letters (`of`, `al`, `the`) are written either way in headings. */
const small = 3;
/** A name in capitals of more letters is a heading or a dateline, no abbreviation. */
const longestAbbreviation = 6;

/**
 * `Islamic state` beside `Islamic State`: a name whose capitals differ from
 * those that the registry has, that most mentions have, or that are usual for
 * a well-known name. The first letter does not count, for a sentence may begin
 * there, nor do names all in capitals, for they may be headings.
 */
export const inconsistentCase: TextRule = {
  code: 'entity/inconsistent-case',
  severity: 'info',
  title: 'One name with different capitals',
  scope: 'text',
  check(text) {
    const { language, names, registry } = text;
    const registered = registryNames(registry, language);
    const listed = listedNames(language);
    const findings: Finding[] = [];
    for (const [key, name] of names.keys()) {
      const known = registered.get(key) ?? listed.get(key);
      if (!mayDiffer(name, known)) continue;
      for (const model of modelsOf(key, name, registered, listed)) {
        const wrong = [...name.forms.keys()].filter((form) =>
          model.forms.every((right) => differs(form, right, model, language)),
        );
        if (wrong.length === 0) continue;
        findings.push(findingOf(text, key, wrong, model));
        break;
      }
    }
    return findings;
  },
};

/** Whether it is worth a closer look at the forms: capitals differ among them or from the known ones. */
function mayDiffer(name: NameSummary, known: readonly string[] = []): boolean {
  const only = name.onlyForm;
  if (only !== undefined) return known.some((model) => model !== only && clash(only, model));
  const { forms } = name;
  const models = [...known, usualForm(forms)];
  for (const model of models) {
    for (const form of forms.keys()) if (form !== model && clash(form, model)) return true;
  }
  return false;
}

/** Whether the first unit behind the first one in which two forms differ is one letter in two cases. */
function clash(a: string, b: string): boolean {
  const end = Math.min(a.length, b.length);
  for (let at = 1; at < end; at++) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return a[at].toLowerCase() === b[at].toLowerCase();
  }
  return false;
}

/** How a name should be written, and who says so. */
interface Model {
  readonly forms: readonly string[];
  readonly why: string;
  /** Whether words such as `party` and `court` may be written either way. */
  readonly heads?: 'either way';
}

/** What a name's capitals are compared with: the registry, or else what is usual and then the text itself. */
function* modelsOf(
  key: string,
  { forms }: NameSummary,
  registered: Spellings,
  listed: Spellings,
): Generator<Model> {
  const known = registered.get(key);
  if (known) {
    yield { forms: known, why: 'in the registry' };
    return;
  }
  const usual = listed.get(key);
  if (usual) yield { forms: usual, why: 'as a rule', heads: 'either way' };
  if (forms.size < 2) return;
  // A known name in capitals is a heading or a dateline, however frequent.
  const noHeadings = usual?.some((form) => !hasCapitalStem(form)) === true;
  const among = modelAmong(
    noHeadings ? new Map([...forms].filter(([form]) => !hasCapitalStem(form))) : forms,
  );
  if (among) yield among;
}

/** The most frequent form; one in capitals only where it is short and most mentions are so, for then it is no heading. */
function modelAmong(forms: ReadonlyMap<string, number>): Model | null {
  const capitals = new Map<string, number>();
  const others = new Map<string, number>();
  let lead = 0;
  for (const [form, count] of forms) {
    const short = hasCapitalStem(form) && form.length <= longestAbbreviation;
    (hasCapitalStem(form) ? capitals : others).set(form, count);
    lead += short ? count : -count;
  }
  const wanted = lead > 0 ? capitals : others;
  if (wanted.size === 0 || others.size === 0) return null;
  const form = usualForm(wanted);
  return { forms: [form], why: `elsewhere in this text (${times(wanted.get(form) ?? 0)})` };
}

/** Whether the form is in capitals but for an ending: `NATO`, `ÜROs`. */
function hasCapitalStem(form: string): boolean {
  return inCapitals(form.slice(0, 3));
}

/** Whether two forms of a name have different capitals anywhere but in their first letters and in words that are written either way. */
function differs(form: string, right: string, model: Model, language: Language): boolean {
  if (hasCapitalStem(form)) return false;
  const shared = sharedLength(form, right);
  for (let at = 1; at < shared; at++) {
    if (form[at] !== right[at] && !isEitherWay(wordAt(form, at), model, language)) return true;
  }
  return false;
}

/** Units that two forms have in common but for case. */
function sharedLength(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one.length !== a.length || other.length !== b.length) return 0;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function wordAt(form: string, at: number): string {
  const before = /[\p{L}\p{M}]*$/u.exec(form.slice(0, at))?.[0] ?? '';
  return before + (/^[\p{L}\p{M}]*/u.exec(form.slice(at))?.[0] ?? '');
}

const heads = WordClass.organisationHead | WordClass.placeHead | WordClass.otherHead;

function isEitherWay(word: string, model: Model, language: Language): boolean {
  if (word.length <= small || language.text.functionWords.includes(word.toLowerCase())) return true;
  return model.heads !== undefined && (nameLexiconOf(language).classOfText(word) & heads) !== 0;
}

function findingOf(
  text: AnalysedText,
  key: string,
  wrong: readonly string[],
  model: Model,
): Finding {
  const forms = new Set(wrong);
  const mentions = text.names.mentionsOf(key);
  const places = mentions.filter(({ form }) => forms.has(form));
  const [{ start, end, form }] = places;
  const right = closest(form, model.forms);
  const edits = places.map((place) => recased(place, model.forms));
  const other = mentions.find((mention) => mention.form === right);
  return {
    code: 'entity/inconsistent-case',
    start,
    end,
    message: `${quoted(form)} is written ${quoted(edits[0].text)} ${model.why}.`,
    related: other
      ? [{ start: other.start, end: other.end, message: `${quoted(right)} here` }]
      : [],
    fixes: rewriteAll(`Write ${quoted(edits[0].text)}`, edits),
  };
}

function closest(form: string, forms: readonly string[]): string {
  return forms.reduce((a, b) => (sharedLength(form, b) > sharedLength(form, a) ? b : a));
}

/** The mention with the capitals of the nearest form; its first letter and its ending stay. */
function recased({ start, end, form }: NameMention, forms: readonly string[]): TextReplacement {
  const right = closest(form, forms);
  const shared = sharedLength(form, right);
  return { start, end, text: form.slice(0, 1) + right.slice(1, shared) + form.slice(shared) };
}
