import { type Diagnosis, diagnose, severityOf } from '../core/analysis/diagnose.ts';
import type { TextAnalysis } from '../core/analysis/text.ts';
import type { CorpusConfiguration } from '../core/corpus/configuration.ts';
import type { Problem } from '../core/problem.ts';
import type { Code, Finding } from '../core/rules/finding.ts';

/** A text's findings with their severities, floods folded; `settled` makes the whole-text rules run first. */
export function textDiagnostics(analysis: TextAnalysis, settled: boolean): Diagnosis[] {
  if (settled) analysis.checkText();
  const { findings, counts } = analysis.listing();
  return diagnose(findings, analysis.configuration, counts, analysis.most);
}

/** A codec's problems as findings of one code in the file that the codec read. */
export function problemDiagnostics(
  problems: readonly Problem[],
  code: Code,
  configuration: CorpusConfiguration,
): Diagnosis[] {
  const severity = severityOf(code, configuration);
  if (severity === 'off') return [];
  return problems.map(({ start, end, message }) => ({ code, severity, start, end, message }));
}

/** Says why a text cannot be tagged, at its start; nothing where it can. */
export function encodingFindings(refusal: string | undefined): Finding[] {
  return refusal === undefined
    ? []
    : [{ code: 'sidecar/invalid', start: 0, end: 0, message: refusal }];
}
