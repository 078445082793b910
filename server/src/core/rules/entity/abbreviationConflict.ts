import type { DefinedAbbreviation, NameMention } from '../../corpus/names.ts';
import type { Finding } from '../finding.ts';
import { rewriteAll } from '../fixes.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { isShortForm } from './forms.ts';

/** Several short forms for one name (`IG` and `ISIL` for `Islamic State`), or one for several names. */
export const abbreviationConflict: TextRule = {
  code: 'entity/abbreviation-conflict',
  severity: 'warning',
  title: 'Abbreviations at odds',
  scope: 'text',
  check(text) {
    const defined = [...text.names.abbreviations()].sort((a, b) => a.short.start - b.short.start);
    return [...severalShortForms(text, defined), ...severalNames(defined)];
  },
};

/** A short form of a name. */
interface Short {
  readonly key: string;
  readonly form: string;
  readonly mentions: readonly NameMention[];
}

function severalShortForms(text: AnalysedText, defined: readonly DefinedAbbreviation[]): Finding[] {
  const findings: Finding[] = [];
  for (const { name, shorts } of shortFormsOf(text, defined).values()) {
    if (shorts.size < 2) continue;
    const [usual, ...others] = [...shorts]
      .map(([form, key]) => shortOf(text, form, key))
      .sort(
        (a, b) =>
          b.mentions.length - a.mentions.length || a.mentions[0].start - b.mentions[0].start,
      );
    const [model] = usual.mentions;
    for (const { form, mentions } of others) {
      const [{ start, end }] = mentions;
      findings.push({
        code: 'entity/abbreviation-conflict',
        start,
        end,
        message: `${quoted(form)} and ${quoted(usual.form)} are both short for ${quoted(name)} in this text.`,
        related: [
          { start: model.start, end: model.end, message: `${quoted(usual.form)} is used here` },
        ],
        fixes: rewriteAll(
          `Write ${quoted(usual.form)}`,
          mentions.map((mention) => ({
            start: mention.start,
            end: mention.start + form.length,
            text: usual.form,
          })),
        ),
      });
    }
  }
  return findings;
}

function shortOf(text: AnalysedText, form: string, key: string): Short {
  const mentions = text.names.mentionsOf(key).filter((mention) => mention.form.startsWith(form));
  return { key, form, mentions };
}

/** The short forms of each name that has one, by entity or key, each with its own key. */
function shortFormsOf(text: AnalysedText, defined: readonly DefinedAbbreviation[]) {
  const { names, registry } = text;
  const groups = new Map<string, { name: string; shorts: Map<string, string> }>();
  const add = (id: string, name: string, form: string, key: string) => {
    const group = groups.get(id) ?? { name, shorts: new Map<string, string>() };
    group.shorts.set(form, key);
    groups.set(id, group);
  };
  for (const { shortKey, longKey, short, long } of defined) {
    const id = names.name(longKey)?.entity ?? names.name(shortKey)?.entity ?? ` ${longKey}`;
    add(id, long.form, short.form, shortKey);
  }
  if (registry.entities.size === 0) return groups;
  for (const [key, { entity, forms }] of names.keys()) {
    if (entity === null || key.length > 7) continue;
    const record = registry.entities.get(entity);
    for (const form of forms.keys()) {
      if (record?.aliases.includes(form) && isShortForm(form)) add(entity, record.name, form, key);
    }
  }
  return groups;
}

/** One short form that the text defines as two names. */
function severalNames(defined: readonly DefinedAbbreviation[]): Finding[] {
  const first = new Map<string, DefinedAbbreviation>();
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const definition of defined) {
    const { shortKey, short, long } = definition;
    const before = first.get(shortKey);
    if (!before) first.set(shortKey, definition);
    if (!before || before.longKey === definition.longKey) continue;
    const pair = `${shortKey}\n${definition.longKey}`;
    if (told.has(pair) || alike(before.longKey, definition.longKey)) continue;
    told.add(pair);
    findings.push({
      code: 'entity/abbreviation-conflict',
      start: short.start,
      end: short.end,
      message: `${quoted(short.form)} is short for ${quoted(long.form)} here and for ${quoted(before.long.form)} before.`,
      related: [
        {
          start: before.long.start,
          end: before.long.end,
          message: `${quoted(before.short.form)} is defined here`,
        },
      ],
    });
  }
  return findings;
}

/** Letters that the forms of one word share. */
const stem = 3;

/** Whether two names are one in other forms: word for word they begin alike, or one holds the other. */
function alike(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const [one, other] = [a.split(/[\s-]+/), b.split(/[\s-]+/)];
  return (
    one.length === other.length &&
    one.every((word, at) => word.slice(0, stem) === other[at].slice(0, stem))
  );
}
