import { diagnose } from '../../core/analysis/diagnose.ts';
import type { Severity } from '../../core/rules/finding.ts';
import { conflictsIn } from '../../core/tags/conflicts.ts';
import { linesById } from '../../core/tags/sidecarLines.ts';
import { sidecarFindings } from '../../features/conflicts.ts';
import { problemDiagnostics } from '../../features/diagnostics.ts';
import { pathOf, uriOf } from '../../node/files.ts';
import type { Corpus } from '../../state/corpus.ts';
import { type Command, choiceOf, Exit, expectOperands, Failures } from '../command.ts';
import { all, examine } from '../examine.ts';
import { type Io, Output } from '../io.ts';
import { FileReport, type ReportedFinding, regionOf } from '../reported.ts';
import { type ReportFormat, reportFormats } from '../reportFormats.ts';
import { Sidecars } from '../sidecars.ts';
import { Corpora, readText, shownLike, type TextFile, textFiles } from '../texts.ts';

const severities: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/** Reports what the rules find in texts, their tags and the corpus' own files. */
export const check: Command = {
  name: 'check',
  usage: 'PATH…',
  about:
    'Report what is wrong with texts, their tags, the tagset and the registry. The exit code is 0\nwhere there is nothing to report, 1 where there are findings, 2 where it could not run.',
  options: {
    format: { type: 'string', value: 'text|json|sarif', about: 'How to print (default: text).' },
    min: {
      type: 'string',
      value: 'SEVERITY',
      about: 'Leave out what is less severe than hint, info, warning or error (default: hint).',
    },
  },
  async run(operands, values, io) {
    expectOperands(operands, 'PATH…', 1);
    const format = reportFormats[choiceOf(values, 'format', ['text', 'json', 'sarif'], 'text')];
    const least = severities.indexOf(choiceOf(values, 'min', severities, 'hint'));
    const failures = new Failures(io, values);
    const output = new Output(io);
    const found = await report(format, output, findings(operands, io, failures), least);
    return failures.exit(found > 0 ? Exit.findings : Exit.done);
  },
};

/** Prints the findings that are severe enough, and answers how many they are. */
async function report(
  format: ReportFormat,
  output: Output,
  all: AsyncIterable<ReportedFinding>,
  least: number,
): Promise<number> {
  let count = 0;
  await output.add(format.head());
  for await (const finding of all) {
    if (severities.indexOf(finding.severity) < least) continue;
    await output.add(format.finding(finding, count++));
  }
  await output.add(format.foot(count));
  await output.end();
  return count;
}

async function* findings(
  operands: readonly string[],
  io: Io,
  failures: Failures,
): AsyncGenerator<ReportedFinding> {
  const corpora = new Corpora();
  const sidecars = new Sidecars();
  const met = new Set<Corpus>();
  for await (const file of textFiles(operands, io, failures, corpora)) {
    if (!met.has(file.corpus)) {
      met.add(file.corpus);
      yield* (await failures.guard(() => corpusFindings(file, io))) ?? [];
    }
    yield* (await failures.guard(() => textFindings(file, sidecars, io))) ?? [];
  }
}

/** What is wrong with `glossator.json` and `entities.json`. */
async function corpusFindings({ corpus, shown }: TextFile, io: Io): Promise<ReportedFinding[]> {
  const { configuration, configurationProblems, registryProblems } = corpus;
  const parts = [
    { uri: corpus.configurationUri, code: 'config/invalid', problems: configurationProblems },
    { uri: corpus.registryUri, code: 'registry/invalid', problems: registryProblems },
  ] as const;
  const found: ReportedFinding[] = [];
  for (const { uri, code, problems } of parts) {
    const path = pathOf(uri);
    if (problems.length === 0 || path === null) continue;
    const file = new FileReport(shownLike(shown, path, io), await readText(path));
    for (const finding of problemDiagnostics(problems, code, configuration)) {
      found.push(file.finding(finding));
    }
  }
  return found;
}

/** What is wrong with a text and its sidecars. */
async function textFindings(
  { corpus, path, shown }: TextFile,
  sidecars: Sidecars,
  io: Io,
): Promise<ReportedFinding[]> {
  const text = await readText(path, shown);
  const layers = await sidecars.of(path);
  const uri = uriOf(path);
  const { analysis, diagnoses } = await examine(text, corpus, layers, { uri });
  corpus.indexFacts(uri, analysis);
  const file = new FileReport(shown, analysis.text, ({ file: other = uri, message, ...span }) => {
    const otherPath = pathOf(other);
    const range = corpus.factRange(other, span);
    if (otherPath === null || !range) return undefined;
    return { file: shownLike(shown, otherPath, io), ...regionOf(span, range), message };
  });
  const found = diagnoses.map((finding) => file.finding(finding));
  for (const { path, layer: name, source, sidecar, problems } of layers) {
    const report = new FileReport(shownLike(shown, path, io), source);
    const conflicts = sidecar ? conflictsIn(sidecar) : [];
    const lines = conflicts.length > 0 ? linesById(source) : new Map();
    const view = { uri: uriOf(path), name, source, lines, problems, conflicts, placed: () => [] };
    const { findings, counts } = sidecarFindings(view, all);
    for (const finding of diagnose(findings, corpus.configuration, counts, all)) {
      found.push(report.finding(finding));
    }
  }
  return found;
}
