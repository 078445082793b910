import type { Coefficient } from '../../core/corpus/agreement.ts';
import { oneLine } from '../../core/text/columns.ts';
import {
  type Agreement,
  AgreementTally,
  type Disagreement,
  matchings,
  type PairAgreement,
  pairsOf,
} from '../agreementTally.ts';
import { byLayers, bySidecars } from '../annotators.ts';
import {
  type Command,
  choiceOf,
  Exit,
  expectOperands,
  Failures,
  textOf,
  type Values,
} from '../command.ts';
import { Output } from '../io.ts';
import { decimal, NONE, table } from '../table.ts';

/** So many annotators have a letter each. */
const MOST_ANNOTATORS = 26;

/** Compares annotators. */
export const agree: Command = {
  name: 'agree',
  usage: 'A B…',
  about:
    'Measure how far annotators agree: precision, recall and F1 by label, Cohen’s κ and\nKrippendorff’s α over tokens. A, B and others are sidecars, folders of sidecars with the same\nnames, or with --in the names of layers.',
  options: {
    in: {
      type: 'string',
      value: 'PATH',
      about: 'Compare layers of these texts; - is the sidecar without a layer.',
    },
    match: {
      type: 'string',
      value: matchings.join('|'),
      about: 'Whether tags agree that only overlap (default: exact).',
    },
    label: { type: 'string', value: 'LABEL,…', about: 'Compare tags with these labels only.' },
    accepted: { type: 'boolean', about: 'Leave out tags that are only suggested.' },
    list: { type: 'boolean', about: 'List where they disagree.' },
    json: { type: 'boolean', about: 'Print a JSON object.' },
  },
  async run(operands, values, io) {
    expectOperands(operands, 'A B…', 2, MOST_ANNOTATORS);
    const match = choiceOf(values, 'match', matchings, 'exact');
    const tally = new AgreementTally(operands, match, values.list === true);
    const failures = new Failures(io, values);
    const counts = counting(values);
    const path = textOf(values, 'in');
    const texts =
      path === undefined
        ? bySidecars(operands, counts, io, failures)
        : byLayers(operands, path, counts, io, failures);
    for await (const compared of texts) tally.add(compared);
    const exit = failures.exit(Exit.done);
    const agreement = tally.result();
    if (exit === Exit.failed && agreement.texts === 0) return exit;
    const output = new Output(io);
    for (const piece of (values.json === true ? asJson : asText)(agreement)) {
      await output.add(piece);
    }
    await output.end();
    return exit;
  },
};

/** Which tags count: rejected ones never, suggested ones unless `--accepted` is given. */
function counting(values: Values) {
  const labels = textOf(values, 'label')?.split(',');
  const wanted = labels && new Set(labels);
  const left = values.accepted === true ? ['rejected', 'suggested'] : ['rejected'];
  return ({ label, status = 'accepted' }: { readonly label: string; readonly status?: string }) =>
    !left.includes(status) && (wanted?.has(label) ?? true);
}

function asJson(agreement: Agreement): string[] {
  return [`${JSON.stringify(agreement)}\n`];
}

function* asText(agreement: Agreement): Generator<string> {
  const { annotators, match, texts, textsMissing, incomplete, lost, pairs, alpha } = agreement;
  for (const [i, name] of annotators.entries()) {
    yield `${letterOf(i)}  ${name}${lost[i] > 0 ? `  (tags lost: ${lost[i]})` : ''}\n`;
  }
  yield `texts ${texts}, match ${match}\n`;
  if (textsMissing > 0) yield `without text, so not in κ and α: ${textsMissing}\n`;
  for (const { file, without } of incomplete) {
    yield `${file}: not tagged by ${without.join(', ')}\n`;
  }
  const letters = pairsOf(annotators.length).map((numbers) => numbers.map(letterOf));
  for (const [i, pair] of pairs.entries()) yield* pairText(pair, letters[i]);
  yield `\n${coefficientText('Krippendorff’s α', alpha)}`;
  for (const [i, { disagreements = [] }] of pairs.entries()) {
    if (disagreements.length > 0) yield pairs.length > 1 ? `\n${letters[i].join(', ')}\n` : '\n';
    for (const one of disagreements) yield disagreementText(one);
  }
}

function letterOf(annotator: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + annotator);
}

function* pairText(pair: PairAgreement, letters: readonly string[]): Generator<string> {
  const rows = [...pair.labels, { label: 'micro', ...pair.micro }].map((score) => [
    score.label,
    String(score.a),
    String(score.b),
    String(score.agreed),
    decimal(score.precision, 3),
    decimal(score.recall, 3),
    decimal(score.f1, 3),
  ]);
  const head = ['label', ...letters, 'agreed', 'precision', 'recall', 'F1'];
  const macro = ['macro', '', '', '', '', '', decimal(pair.macroF1, 3)];
  yield `\n${table([head, ...rows, macro])}`;
  yield `\n${coefficientText('Cohen’s κ', pair.kappa)}`;
}

function coefficientText(name: string, { value, observed, expected, units }: Coefficient): string {
  return `${name} ${decimal(value, 3)}  (observed ${decimal(observed, 3)}, expected ${decimal(expected, 3)}, tokens ${units})\n`;
}

function disagreementText({ file, line, column, start, end, a, b, quote }: Disagreement): string {
  const place = line === null ? `${start}–${end}` : `${line}:${column}`;
  return `${file}:${place}  ${a ?? NONE} → ${b ?? NONE}  “${oneLine(quote)}”\n`;
}
