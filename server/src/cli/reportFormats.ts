import { isAbsolute, sep } from 'node:path';
import type { Severity } from '../core/rules/finding.ts';
import { rules } from '../core/rules/index.ts';
import { uriOf } from '../node/files.ts';
import type { Region, ReportedFinding } from './reported.ts';
import { version } from './version.ts';

/** How `check` prints its findings, piece by piece. */
export interface ReportFormat {
  readonly head: () => string;
  /** @param index how many findings were printed before */
  readonly finding: (finding: ReportedFinding, index: number) => string;
  readonly foot: (count: number) => string;
}

/** One line a finding, as compilers print them. */
const text: ReportFormat = {
  head: () => '',
  finding: ({ file, line, column, severity, message, code }) =>
    `${file}:${line}:${column}: ${severity}: ${message} [${code}]\n`,
  foot: () => '',
};

/** An array of objects. */
const json: ReportFormat = {
  head: () => '[',
  finding: (finding, index) => `${index > 0 ? ',' : ''}\n${JSON.stringify(finding)}`,
  foot: (count) => (count > 0 ? '\n]\n' : ']\n'),
};

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** The Static Analysis Results Interchange Format, version 2.1.0 (OASIS). */
const sarif: ReportFormat = {
  head: () => {
    const driver = {
      name: 'Glossator',
      version: version(),
      rules: rules.map(({ code, title, severity }) => ({
        id: code,
        shortDescription: { text: title },
        defaultConfiguration: { level: levels[severity] },
      })),
    };
    const run = { tool: { driver }, columnKind: 'utf16CodeUnits' };
    const open = JSON.stringify(run).slice(0, -1);
    return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${open},"results":[`;
  },
  finding: ({ file, code, severity, message, related, ...region }, index) => {
    const place = (at: Region & { readonly file?: string }) => ({
      physicalLocation: {
        artifactLocation: { uri: referenceOf(at.file ?? file) },
        region: sarifRegion(at),
      },
    });
    const result = {
      ruleId: code,
      level: levels[severity],
      message: { text: message },
      locations: [place(region)],
      relatedLocations: related?.map((at) => ({ ...place(at), message: { text: at.message } })),
    };
    return `${index > 0 ? ',' : ''}\n${JSON.stringify(result)}`;
  },
  foot: () => '\n]}]}\n',
};

function sarifRegion({ start, end, line, column, endLine, endColumn }: Region) {
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    charOffset: start,
    charLength: end - start,
  };
}

/** A path as a URI reference: relative where it is relative. */
function referenceOf(file: string): string {
  return isAbsolute(file) ? uriOf(file) : file.split(sep).map(encodeURIComponent).join('/');
}

/** The formats by the name that `--format` takes. */
export const reportFormats = { text, json, sarif } as const;
