import type { Diagnosis } from '../core/analysis/diagnose.ts';
import type { TextAnalysis } from '../core/analysis/text.ts';
import type { Fix } from '../core/rules/finding.ts';
import { overlaps, type Span } from '../core/span.ts';
import { type CommandArguments, ServerCommand } from '../protocol.ts';
import { tagsAt, wholeTokens } from './at.ts';

/** One thing to offer at a place. */
export interface Action {
  readonly title: string;
  readonly fix: Fix;
  /** The finding it mends; absent for tagging. */
  readonly mends?: Diagnosis<string>;
}

/** The fixes of the findings in a span. */
export function quickFixes(findings: readonly Diagnosis<string>[], span: Span): Action[] {
  const near = { start: Math.max(0, span.start - 1), end: span.end + 1 };
  return findings
    .filter((finding) => overlaps(finding, near) || finding.start === span.start)
    .flatMap((mends) => (mends.fixes ?? []).map((fix) => ({ title: fix.title, fix, mends })));
}

type Without<T> = T extends unknown ? Omit<T, 'uri' | 'range'> : never;
type Argument<C extends ServerCommand> = Without<CommandArguments[C]>;

/** What can be done to the tags at a span, and the labels it can be tagged with (`range` is added by the caller). */
export function tagActions(analysis: TextAnalysis, span: Span): Action[] {
  const actions: Action[] = [];
  const target = wholeTokens(analysis, span);
  const offer = <C extends ServerCommand>(title: string, command: C, argument: Argument<C>) =>
    actions.push({ title, fix: { title, kind: 'command', command, argument: { ...argument } } });
  for (const { tag } of tagsAt(analysis.tags, span.start).slice(0, 3)) {
    const name = `“${short(tag.quote)}” (${tag.label})`;
    if (tag.status === 'suggested') {
      offer(`Accept the suggested tag ${name}`, ServerCommand.accept, { id: tag.id });
      offer(`Reject the suggested tag ${name}`, ServerCommand.reject, { id: tag.id });
    }
    offer(`Remove the tag ${name}`, ServerCommand.untag, { id: tag.id });
    offer(`Tag all mentions of “${short(tag.quote)}”`, ServerCommand.tagAll, { id: tag.id });
    for (const label of analysis.configuration.labels) {
      if (label.name === tag.label) continue;
      offer(`Change ${name} to ${label.name}`, ServerCommand.relabel, {
        id: tag.id,
        label: label.name,
      });
    }
  }
  const text = analysis.slice(target.start, Math.min(target.end, target.start + 200)).trim();
  if (text === '') return actions;
  for (const label of analysis.configuration.labels) {
    offer(`Tag “${short(text)}” as ${label.title ?? label.name}`, ServerCommand.tag, {
      label: label.name,
    });
  }
  return actions;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
