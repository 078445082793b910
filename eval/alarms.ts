/**
 * How often each rule speaks up in texts that nobody has found fault with:
 * `npm run eval:alarms -- DATA_FOLDER [--show CODE]`. The texts are analysed whole,
 * document by document where the data has documents, which then are one corpus;
 * the rate is findings in 200 sentences. `--show` lists the findings of a code.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { activeRules, type Diagnosis, diagnose } from '../server/src/core/analysis/diagnose.ts';
import { TextAnalysis } from '../server/src/core/analysis/text.ts';
import { defaultConfiguration } from '../server/src/core/corpus/configuration.ts';
import { FactIndex } from '../server/src/core/corpus/factIndex.ts';
import { emptyRegistry } from '../server/src/core/corpus/registry.ts';
import { en } from '../server/src/core/languages/en.ts';
import { et } from '../server/src/core/languages/et.ts';
import type { Language } from '../server/src/core/languages/language.ts';
import { rules } from '../server/src/core/rules/index.ts';
import { countedFacts } from '../server/src/core/rules/number/counted.ts';
import { ChunkedText } from '../server/src/core/text/document.ts';
import { readEstNer, readRe3d } from './entityData.ts';

/** Texts of one source. */
export interface CleanTexts {
  readonly data: string;
  readonly language: Language;
  readonly texts: readonly string[];
}

/** The findings of one source, and among how many sentences they are. */
export interface Alarms {
  readonly data: string;
  readonly sentences: number;
  readonly findings: readonly (Diagnosis & { readonly text: string })[];
}

/** The texts of `ner` and `tokens` in the data folder. */
export function cleanTexts(folder: string): CleanTexts[] {
  const textsOf = (documents: readonly { readonly text: string }[]) =>
    documents.map(({ text }) => text);
  const lines = (name: string) =>
    readFileSync(join(folder, 'tokens', name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): string => JSON.parse(line).text)
      .join('\n');
  const estner = join(folder, 'ner', 'estner', 'EstNER_v1_dev.json');
  return [
    { data: 're3d', language: en, texts: textsOf(readRe3d(join(folder, 'ner', 're3d'), 'all')) },
    { data: 'EstNER dev', language: et, texts: textsOf(readEstNer(estner)) },
    { data: 'UD EN-EWT, one text', language: en, texts: [lines('ud-en_ewt.jsonl')] },
    { data: 'UD ET-EDT, one text', language: et, texts: [lines('ud-et_edt.jsonl')] },
  ];
}

/** Analyses the texts as a corpus without registry and tags. */
export function alarmsOf({ data, language, texts }: CleanTexts): Alarms {
  const { passage, text: textRules } = activeRules(defaultConfiguration);
  const facts = new FactIndex();
  const analyses = texts.map((text, at) => {
    const key = `text ${at + 1}`;
    const analysis = new TextAnalysis(new ChunkedText(text), {
      language,
      rules: passage,
      textRules,
      configuration: defaultConfiguration,
      registry: emptyRegistry,
      elsewhere: facts.around(key),
    });
    facts.set({ key, file: key, name: key }, countedFacts(analysis));
    return analysis;
  });
  let sentences = 0;
  const findings = analyses.flatMap((analysis, at) => {
    for (const chunk of analysis.text.chunks)
      sentences += analysis.passageAt(chunk.start).layout.sentences.length;
    analysis.checkText();
    return diagnose(analysis.findings(), defaultConfiguration).map((found) => ({
      ...found,
      text: texts[at],
    }));
  });
  return { data, sentences, findings };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, option, code] = process.argv.slice(2);
  if (folder === undefined || (option !== undefined && option !== '--show')) {
    process.stderr.write('usage: npm run eval:alarms -- DATA_FOLDER [--show CODE]\n');
    process.exit(2);
  }
  for (const { data, sentences, findings } of cleanTexts(folder).map(alarmsOf)) {
    process.stdout.write(`${data}: ${sentences} sentences\n`);
    for (const rule of rules) {
      const own = findings.filter((finding) => finding.code === rule.code);
      if (own.length === 0) continue;
      const rate = ((own.length * 200) / sentences).toFixed(2).padStart(7);
      process.stdout.write(
        `${rate} in 200  ${rule.code.padEnd(28)} ${rule.severity.padEnd(8)} ${own.length}\n`,
      );
      if (rule.code !== code) continue;
      for (const { start, end, text, message } of own) {
        const around = text.slice(Math.max(0, start - 40), end + 40).replace(/\s+/g, ' ');
        process.stdout.write(`          ${message}\n            …${around}…\n`);
      }
    }
  }
}
