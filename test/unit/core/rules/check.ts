import assert from 'node:assert/strict';
import { TextAnalysis, type TextContext } from '../../../../server/src/core/analysis/text.ts';
import {
  type CorpusConfiguration,
  defaultConfiguration,
} from '../../../../server/src/core/corpus/configuration.ts';
import { FactIndex } from '../../../../server/src/core/corpus/factIndex.ts';
import { buildGazetteer } from '../../../../server/src/core/corpus/gazetteer.ts';
import {
  type Entity,
  emptyRegistry,
  type Registry,
} from '../../../../server/src/core/corpus/registry.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import type { Language } from '../../../../server/src/core/languages/language.ts';
import type { Finding, Fix } from '../../../../server/src/core/rules/finding.ts';
import { countedFacts } from '../../../../server/src/core/rules/number/counted.ts';
import type { Rule } from '../../../../server/src/core/rules/rule.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import type { AnchorStatus, PlacedTag, Tag } from '../../../../server/src/core/tags/model.ts';
import { placedRelations } from '../../../../server/src/core/tags/relations.ts';
import { emptySidecar } from '../../../../server/src/core/tags/sidecar.ts';
import { ChunkedText } from '../../../../server/src/core/text/document.ts';

/** A tag of the text under test, by the words it stands on. */
export interface TestTag extends Partial<Omit<Tag, 'status'>> {
  readonly words: string;
  /** Which occurrence of the words; the first where absent. */
  readonly nth?: number;
  readonly state?: AnchorStatus;
  readonly confidence?: number;
  readonly review?: Tag['status'];
  readonly layer?: string;
}

/** What a rule is checked with besides the text. */
export interface Setting {
  readonly language?: Language;
  readonly tags?: readonly TestTag[];
  /** Relations between tags by their ids (`t1`, `t2`, … where they have none of their own). */
  readonly relations?: readonly (readonly [label: string, from: string, to: string])[];
  readonly entities?: readonly (Pick<Entity, 'id' | 'type' | 'name'> & Partial<Entity>)[];
  readonly configuration?: Partial<CorpusConfiguration>;
  /** Other texts of the corpus: `text 1.txt`, `text 2.txt`, … */
  readonly others?: readonly string[];
}

/** A finding of the rule under test, with the text it is in. */
export interface Found extends Finding {
  readonly source: string;
}

/**
 * Runs a rule over a text and asserts that it marks exactly the stretches
 * between `‹|` and `|›`, in order. Answers the findings.
 */
export function check(rule: Rule, marked: string, setting: Setting = {}): Found[] {
  const { source, spans } = unmarked(marked);
  const findings = findingsOf(rule, source, setting);
  const words = ({ start, end }: { start: number; end: number }) =>
    `${start}–${end} “${source.slice(start, end)}”`;
  assert.deepEqual(findings.map(words), spans.map(words));
  return findings;
}

/** The findings of a rule in a text, in text order. */
export function findingsOf(rule: Rule, source: string, setting: Setting = {}): Found[] {
  const { language = en, tags = [], entities = [], configuration = {}, others = [] } = setting;
  const relations = (setting.relations ?? []).map(([label, from, to], at) => {
    return { id: `r${at + 1}`, label, from, to };
  });
  const facts = new FactIndex();
  const context: TextContext = {
    language,
    rules: rule.scope === 'passage' ? [rule] : [],
    textRules: rule.scope === 'text' ? [rule] : [],
    configuration: { ...defaultConfiguration, ...configuration },
    registry: registryOf(entities),
    gazetteer: buildGazetteer(registryOf(entities).entities.values(), language),
    elsewhere: facts.around('this text'),
  };
  for (const [at, text] of others.entries()) {
    const name = `text ${at + 1}.txt`;
    const other = new TextAnalysis(new ChunkedText(text), context);
    facts.set({ key: name, file: name, name }, countedFacts(other));
  }
  const analysis = new TextAnalysis(new ChunkedText(source), context);
  const placed = tags.map((tag, at) => placedTag(source, tag, at));
  placed.sort((a, b) => a.start - b.start || a.end - b.end);
  const related = placedRelations({ ...emptySidecar(fingerprintOf(source)), relations }, placed);
  analysis.setTags(
    () => placed,
    () => related,
  );
  const findings =
    rule.scope === 'passage'
      ? analysis.findings()
      : rule.check(analysis).sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { code } of findings) assert.equal(code, rule.code);
  return findings.map((finding) => ({ ...finding, source }));
}

/** The text after one of a finding's fixes. */
export function fixed({ fixes = [], source }: Found, title: string): string {
  const fix = fixes.find((candidate) => candidate.title === title);
  assert.ok(fix, `No fix “${title}” among ${fixes.map((other) => other.title).join(', ')}`);
  assert.equal(fix.kind, 'replace');
  const edits = [...fix.edits].sort((a, b) => b.start - a.start);
  return edits.reduce(
    (text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end),
    source,
  );
}

/** A finding's fixes in one line each: `title → command argument “words at its place”`. */
export function offers({ fixes = [], source }: Found): string[] {
  return fixes.map((fix: Fix) => {
    if (fix.kind === 'replace') return fix.title;
    const argument = Object.entries(fix.argument).map(([key, value]) => `${key}=${value}`);
    const at = fix.at ? [`“${source.slice(fix.at.start, fix.at.end)}”`] : [];
    return `${fix.title} → ${[fix.command, ...argument, ...at].join(' ')}`;
  });
}

function unmarked(marked: string) {
  const spans: { start: number; end: number }[] = [];
  let source = '';
  for (const part of marked.split(/(‹\||\|›)/)) {
    if (part === '‹|') spans.push({ start: source.length, end: -1 });
    else if (part === '|›') {
      const open = spans.findLast(({ end }) => end < 0);
      assert.ok(open, 'a |› without its ‹|');
      open.end = source.length;
    } else source += part;
  }
  return { source, spans };
}

function registryOf(entities: NonNullable<Setting['entities']>): Registry {
  if (entities.length === 0) return emptyRegistry;
  const full = entities.map((entity): [string, Entity] => [entity.id, { aliases: [], ...entity }]);
  return { entities: new Map(full), places: new Map() };
}

function placedTag(source: string, test: TestTag, at: number): PlacedTag {
  const { words, nth = 1, state = 'exact', confidence = 1, review, layer, ...tag } = test;
  let start = tag.start ?? -1;
  for (let n = 0; n < nth && tag.start === undefined; n++) start = source.indexOf(words, start + 1);
  assert.ok(start >= 0, `“${words}” does not occur ${nth} times`);
  const end = start + words.length;
  return {
    tag: {
      id: `t${at + 1}`,
      label: 'PER',
      start,
      end,
      quote: words,
      prefix: '',
      suffix: '',
      ...tag,
      ...(review && { status: review }),
    },
    start,
    end: state === 'lost' ? start : end,
    status: state,
    confidence,
    ...(layer && { layer }),
  };
}
