import { languageCodeOf, languageCodes } from '../languages/functionWords.ts';
import type { Parsed } from '../problem.ts';
import { daysIn } from '../recognise/numbers/dates/calendar.ts';
import { codes, severities } from '../rules/finding.ts';
import { type CorpusConfiguration, defaultConfiguration } from './configuration.ts';
import { type DocumentDates, dateInPath } from './documentDates.ts';
import { globFault, mostPatterns } from './glob.ts';
import { type JsonNode, JsonReader, plainValue } from './jsonTree.ts';
import { readLabels, readRelations } from './readTagset.ts';

/** The upper keys of `glossator.json`; `$schema` is for editors. */
export const configurationKeys = [
  '$schema',
  'labels',
  'relations',
  'languages',
  'include',
  'exclude',
  'dates',
  'rules',
  'retext',
] as const;

/** What a code may be set to in `rules`. */
export const ruleSettings = ['off', ...severities] as const;

/**
 * Reads the source of a `glossator.json`. What is wrong becomes a problem with
 * its place in `source`; everything else is kept, and what cannot be used has
 * its default. The value is null only where nothing can be read: the source
 * holds no JSON object.
 */
export function parseConfiguration(source: string): Parsed<CorpusConfiguration> {
  const reader = new JsonReader(source);
  const { root, problems } = reader;
  if (root?.type !== 'object') {
    if (problems.length === 0) reader.report(root, 'glossator.json must hold a JSON object.');
    return { value: null, problems };
  }
  const members = reader.members(root, 'glossator.json', configurationKeys);
  const read = <T>(
    key: keyof CorpusConfiguration,
    from: (node: JsonNode) => T | undefined,
  ): T | undefined => {
    const node = members.get(key)?.value;
    return node && from(node);
  };
  const labels = read('labels', (node) => readLabels(reader, node)) ?? defaultConfiguration.labels;
  const value: CorpusConfiguration = {
    labels,
    relations: read('relations', (node) => readRelations(reader, node, labels)) ?? [],
    languages: read('languages', (node) => readLanguages(reader, node)) ?? [],
    include: read('include', (node) => readInclude(reader, node)) ?? defaultConfiguration.include,
    exclude: read('exclude', (node) => readGlobs(reader, node, '“exclude”')) ?? [],
    dates: read('dates', (node) => readDates(reader, node)) ?? [],
    rules: read('rules', (node) => readRules(reader, node)) ?? {},
    retext: read('retext', (node) => readPlugins(reader, node)) ?? [],
  };
  problems.sort((a, b) => a.start - b.start);
  return { value, problems };
}

/** Codes of languages that there are rules for, without region: `en` for `en-GB`. */
function readLanguages(reader: JsonReader, node: JsonNode): string[] | undefined {
  const known = languageCodes.join(', ');
  return reader.items(node, '“languages”', `language codes: ${known}`)?.flatMap((item) => {
    const found = typeof item.value === 'string' ? languageCodeOf(item.value) : undefined;
    if (found !== undefined) return [found];
    reader.report(item, `Glossator has no rules for this language. It has them for ${known}.`);
    return [];
  });
}

function readInclude(reader: JsonReader, node: JsonNode): string[] | undefined {
  const patterns = readGlobs(reader, node, '“include”');
  if (node.type === 'array' && node.children?.length === 0) {
    reader.report(node, 'This takes in no text at all. Remove “include”, and every .txt is taken.');
  }
  return patterns?.length ? patterns : undefined;
}

function readGlobs(reader: JsonReader, node: JsonNode, what: string): string[] | undefined {
  return reader.items(node, what, 'patterns such as "news/**/*.txt"')?.flatMap((item, at) => {
    if (at >= mostPatterns) {
      if (at === mostPatterns)
        reader.report(item, `${what} holds at most ${mostPatterns} patterns.`);
      return [];
    }
    const pattern = reader.text(item, 'A pattern');
    if (pattern === undefined) return [];
    return isGlob(reader, item, pattern) ? [pattern] : [];
  });
}

function isGlob(reader: JsonReader, node: JsonNode, pattern: string): boolean {
  const fault = globFault(pattern);
  if (fault !== null) reader.report(node, `This pattern ${fault}.`);
  return fault === null;
}

function readDates(reader: JsonReader, node: JsonNode): DocumentDates | undefined {
  if (node.type !== 'object') {
    reader.report(node, '“dates” must be an object such as {"news/**": "2014-11-19"}.');
    return undefined;
  }
  return [...reader.members(node, '“dates”')].flatMap(([pattern, { key, value }], at) => {
    if (at === mostPatterns) reader.report(key, `“dates” holds at most ${mostPatterns} patterns.`);
    if (at >= mostPatterns || !isGlob(reader, key, pattern)) return [];
    const date = reader.text(value, 'When a text was written');
    if (date === undefined) return [];
    if (date === dateInPath || isDay(date)) return [[pattern, date] as const];
    reader.report(
      value,
      `Write the day as in "2014-11-19", or "${dateInPath}" where the path of a text names it.`,
    );
    return [];
  });
}

/** Whether the text is a day of the calendar, in ISO 8601. */
function isDay(text: string): boolean {
  const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.slice(1).map(Number) ?? [];
  return day > 0 && day <= daysIn(month, year);
}

function readRules(reader: JsonReader, node: JsonNode): CorpusConfiguration['rules'] | undefined {
  if (node.type !== 'object') {
    reader.report(node, '“rules” must be an object such as {"entity/undefined": "off"}.');
    return undefined;
  }
  const set: Partial<Record<(typeof codes)[number], (typeof ruleSettings)[number]>> = {};
  for (const [name, { value }] of reader.members(node, '“rules”', codes)) {
    const code = codes.find((known) => known === name);
    if (code === undefined) continue;
    const severity = reader.word(value, `What “${code}” is set to`, ruleSettings);
    if (severity !== undefined) set[code] = severity;
  }
  return set;
}

function readPlugins(
  reader: JsonReader,
  node: JsonNode,
): CorpusConfiguration['retext'] | undefined {
  return reader.items(node, '“retext”', 'names of retext plugins')?.flatMap((item) => {
    if (item.type !== 'array') {
      const name = reader.text(item, 'A plugin of “retext”');
      return name === undefined ? [] : [name];
    }
    const [first, options, ...more] = item.children ?? [];
    const name = first?.type === 'string' ? first.value : undefined;
    if (!name || options === undefined || more.length > 0) {
      reader.report(item, 'A plugin with options is written ["its name", {"option": true}].');
    }
    if (!name) return [];
    return [options === undefined ? name : ([name, plainValue(options)] as const)];
  });
}
