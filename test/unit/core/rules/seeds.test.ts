import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { activeRules, diagnose } from '../../../../server/src/core/analysis/diagnose.ts';
import { TextAnalysis } from '../../../../server/src/core/analysis/text.ts';
import {
  type CorpusConfiguration,
  defaultConfiguration,
} from '../../../../server/src/core/corpus/configuration.ts';
import { buildGazetteer } from '../../../../server/src/core/corpus/gazetteer.ts';
import { parseConfiguration } from '../../../../server/src/core/corpus/parseConfiguration.ts';
import {
  emptyRegistry,
  parseRegistry,
  type Registry,
} from '../../../../server/src/core/corpus/registry.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { languageOf } from '../../../../server/src/core/languages/index.ts';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import { parseSidecar } from '../../../../server/src/core/tags/sidecar.ts';
import { ChunkedText } from '../../../../server/src/core/text/document.ts';
import { detectLanguage } from '../../../../server/src/core/text/language.ts';

const folder = 'samples/seeds/';
const seeds = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** A text's findings, `code words` each; hints are left out unless asked for. */
function findings(
  name: string,
  { configuration = defaultConfiguration, registry = emptyRegistry }: Corpus = {},
  hints = false,
): string[] {
  const text = readFileSync(folder + name, 'utf8');
  const rules = activeRules(configuration);
  const language = languageOf(detectLanguage(text, configuration.languages)) ?? en;
  const analysis = new TextAnalysis(new ChunkedText(text), {
    language,
    rules: rules.passage,
    textRules: rules.text,
    configuration,
    registry,
    gazetteer: buildGazetteer(registry.entities.values(), language),
  });
  const sidecar = `${folder}${name}.tags.json`;
  if (registry !== emptyRegistry && existsSync(sidecar)) {
    const { value } = parseSidecar(readFileSync(sidecar, 'utf8'));
    assert.ok(value, sidecar);
    const tags = anchorTags(value, text);
    analysis.setTags(() => tags);
  }
  analysis.checkText();
  return diagnose(analysis.findings(), configuration)
    .filter(({ severity }) => hints || severity !== 'hint')
    .map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
}

interface Corpus {
  readonly configuration?: CorpusConfiguration;
  readonly registry?: Registry;
}

/** What a careful reader finds wrong in each text, without tagset and registry. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  '000_5c454f63fb3e0dfe.txt': [
    'entity/inconsistent-case Islamic state',
    'entity/abbreviation-conflict ISIL',
  ],
  '001_245da891d738f4bc.txt': [],
  '002_9f77b97cff9770ad.txt': [],
  '003_2fe8f3eb97d82892.txt': ['entity/spelling-variant Bagdad', 'number/format-mixed 1,5 million'],
  '004_3497221ff54687dd.txt': [
    'entity/spelling-variant Sergei Shoigu',
    'entity/spelling-variant Bashar Assad',
  ],
};

describe('the sample texts', () => {
  for (const name of seeds) {
    it(`${name} by itself`, () => assert.deepEqual(findings(name), wrong[name]));
  }

  it('have short forms that are never written out', () => {
    const hints = findings('000_5c454f63fb3e0dfe.txt', {}, true);
    assert.ok(hints.includes('entity/abbreviation-undefined ISIS'), hints.join('\n'));
  });

  it('have these findings with the sample tagset, registry and tags', () => {
    const corpus = {
      configuration:
        parseConfiguration(readFileSync(`${folder}glossator.json`, 'utf8')).value ?? undefined,
      registry: parseRegistry(readFileSync(`${folder}entities.json`, 'utf8')).value ?? undefined,
    };
    const found = Object.fromEntries(seeds.map((name) => [name, findings(name, corpus)]));
    assert.deepEqual(found, {
      '000_5c454f63fb3e0dfe.txt': [
        'entity/inconsistent-case Islamic state',
        'entity/abbreviation-conflict ISIS',
        'entity/abbreviation-conflict ISIL',
      ],
      '001_245da891d738f4bc.txt': [],
      '002_9f77b97cff9770ad.txt': [],
      '003_2fe8f3eb97d82892.txt': [
        'entity/spelling-variant Bagdad',
        'number/format-mixed 1,5 million',
      ],
      '004_3497221ff54687dd.txt': [
        'entity/spelling-variant Sergey Shoigu',
        'tag/label-inconsistent Islamic State',
        'tag/attribute Kalibr',
      ],
    });
  });
});
