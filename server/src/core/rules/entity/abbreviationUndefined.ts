import type { Language } from '../../languages/language.ts';
import type { Span } from '../../span.ts';
import type { Finding } from '../finding.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { quoted, times } from '../words.ts';
import { isShortForm } from './forms.ts';

/** A short form that the text never writes out, that the registry does not have and that not everybody knows. */
export const abbreviationUndefined: TextRule = {
  code: 'entity/abbreviation-undefined',
  severity: 'hint',
  title: 'Abbreviation that is never written out',
  scope: 'text',
  check(text) {
    const { language, names } = text;
    const known = wellKnown(language);
    const defined = new Set<string>();
    for (const { shortKey } of names.abbreviations()) defined.add(shortKey);
    const findings: Finding[] = [];
    for (const [key, name] of names.keys()) {
      const form = key.length > 7 ? undefined : name.onlyForm;
      if (form === undefined || !isShortForm(form) || known.has(form) || defined.has(key)) continue;
      const { count, entity, first } = name;
      if (entity !== null || isHeading(text, first)) continue;
      findings.push({
        code: 'entity/abbreviation-undefined',
        start: first.start,
        end: first.end,
        message: `${quoted(form)} is used ${times(count)} and never written out; write it out where it comes first, as in “full name (${form})”.`,
      });
    }
    return findings;
  },
};

/** Units of a line looked at on either side of a word. */
const reach = 80;

/** Whether the line around a word is in capitals all through. */
function isHeading(text: AnalysedText, { start, end }: Span): boolean {
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split('\n')
      .at(-1) ?? '';
  const [behind] = text.slice(end, end + reach).split('\n');
  const words = `${before}${behind}`;
  return /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words);
}

const cache = new WeakMap<Language, ReadonlySet<string>>();

function wellKnown(language: Language): ReadonlySet<string> {
  let known = cache.get(language);
  if (!known) {
    known = new Set(language.entities.wellKnownAbbreviations.split(/\s+/));
    cache.set(language, known);
  }
  return known;
}
