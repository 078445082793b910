import type { CorpusConfiguration } from '../corpus/configuration.ts';
import type { Code, Finding, Severity } from '../rules/finding.ts';
import { rules } from '../rules/index.ts';
import type { PassageRule, Rule, TextRule } from '../rules/rule.ts';

/** A finding with the severity that the configuration gives its rule. */
export interface Diagnosis extends Finding {
  readonly severity: Severity;
}

/** More findings of one code than this in one text are folded into one that counts them. */
export const MOST_OF_A_CODE = 100;

/** What a code's severity is under a configuration. */
export function severityOf(code: Code, configuration: CorpusConfiguration): Severity | 'off' {
  return configuration.rules[code] ?? defaultSeverity.get(code) ?? 'warning';
}

/** Severities of the codes that no rule object stands for, then of all rules. */
const defaultSeverity = new Map<Code, Severity>([
  ['sidecar/invalid', 'error'],
  ['sidecar/conflict', 'error'],
  ['registry/invalid', 'error'],
  ['config/invalid', 'error'],
  ...rules.map((rule): [Code, Severity] => [rule.code, rule.severity]),
]);

/** The rules that a configuration leaves on, by scope. */
export function activeRules(configuration: CorpusConfiguration): {
  passage: PassageRule[];
  text: TextRule[];
} {
  const on = rules.filter((rule: Rule) => severityOf(rule.code, configuration) !== 'off');
  return {
    passage: on.filter((rule): rule is PassageRule => rule.scope === 'passage'),
    text: on.filter((rule): rule is TextRule => rule.scope === 'text'),
  };
}

/** Gives findings their severity, drops what is off, and folds floods. */
export function diagnose(
  findings: readonly Finding[],
  configuration: CorpusConfiguration,
): Diagnosis[] {
  const seen = new Map<Code, number>();
  const result: Diagnosis[] = [];
  const lastOf = new Map<Code, number>();
  for (const finding of findings) {
    const severity = severityOf(finding.code, configuration);
    if (severity === 'off') continue;
    const count = (seen.get(finding.code) ?? 0) + 1;
    seen.set(finding.code, count);
    if (count > MOST_OF_A_CODE) continue;
    lastOf.set(finding.code, result.length);
    result.push({ ...finding, severity });
  }
  for (const [code, count] of seen) {
    const last = lastOf.get(code);
    if (count <= MOST_OF_A_CODE || last === undefined) continue;
    const more = count - MOST_OF_A_CODE;
    const finding = result[last];
    result[last] = {
      ...finding,
      message: `${finding.message} (${more} more ${code} behind this one are not listed.)`,
    };
  }
  return result;
}
