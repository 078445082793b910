import type { CorpusConfiguration } from '../corpus/configuration.ts';
import type { Code, Finding, Severity } from '../rules/finding.ts';
import { rules } from '../rules/index.ts';
import type { PassageRule, Rule, TextRule } from '../rules/rule.ts';
import { MOST_OF_A_CODE } from './listing.ts';

/** A finding with the severity that the configuration gives its rule; a plugin's has a code of its own. */
export interface Diagnosis<C extends string = Code> extends Omit<Finding, 'code'> {
  readonly code: C;
  readonly severity: Severity;
  /** The page about the code, null where there is none; absent: the project's own page. */
  readonly href?: string | null;
}

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

/**
 * Gives findings their severity, drops what is off, and folds floods; `counts`
 * says how many there are of each code where not all are listed.
 */
export function diagnose(
  findings: readonly Finding[],
  configuration: CorpusConfiguration,
  counts?: ReadonlyMap<Code, number>,
  most = MOST_OF_A_CODE,
): Diagnosis[] {
  const result: Diagnosis[] = [];
  for (const finding of findings) {
    const severity = severityOf(finding.code, configuration);
    if (severity !== 'off') result.push({ ...finding, severity });
  }
  return foldFloods(result, counts, most);
}

/** Leaves the first `most` of each code; the last of them says how many more there are. */
export function foldFloods<C extends string>(
  all: readonly Diagnosis<C>[],
  counts?: ReadonlyMap<C, number>,
  most = MOST_OF_A_CODE,
): Diagnosis<C>[] {
  const seen = new Map<C, number>();
  const lastOf = new Map<C, number>();
  const result: Diagnosis<C>[] = [];
  for (const diagnosis of all) {
    const count = (seen.get(diagnosis.code) ?? 0) + 1;
    seen.set(diagnosis.code, count);
    if (count > most) continue;
    lastOf.set(diagnosis.code, result.length);
    result.push(diagnosis);
  }
  for (const [code, last] of lastOf) {
    const more = ((counts ?? seen).get(code) ?? 0) - most;
    if (more <= 0) continue;
    const { message } = result[last];
    result[last] = {
      ...result[last],
      message: `${message} (${more} more ${code} behind this one are not listed.)`,
    };
  }
  return result;
}
