import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Range,
  SymbolKind,
} from 'vscode-languageserver-protocol';
import type { Diagnosis } from './core/analysis/diagnose.ts';
import type { Severity } from './core/rules/finding.ts';
import type { Span } from './core/span.ts';
import type { OutlineItem } from './features/documentSymbol.ts';
import type { ColouredSpan } from './features/semanticTokens.ts';
import type { Positions } from './position.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a client can take in a diagnostic, and where the rules' pages are. */
export interface DiagnosticOptions {
  readonly uri: string;
  readonly positions: Positions;
  /** A range in another file, or undefined where it is not known. */
  readonly rangeIn?: (file: string, span: Span) => Range | undefined;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** URI of the folder with the rules' pages, ending in a slash; absent where there is none. */
  readonly docs?: string;
}

export function toDiagnostic(finding: Diagnosis<string>, options: DiagnosticOptions): Diagnostic {
  const { positions, uri, docs } = options;
  const diagnostic: Diagnostic = {
    range: positions.range(finding),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'glossator',
    message: finding.message,
  };
  if (options.codeDescription) {
    const page = docs && `${docs}${finding.code.replace('/', '-')}.md`;
    const href = finding.href === undefined ? page : finding.href;
    if (href) diagnostic.codeDescription = { href };
  }
  if (options.relatedInformation && finding.related?.length) {
    diagnostic.relatedInformation = finding.related.flatMap((place) => {
      const { file = uri, message } = place;
      const range = file === uri ? positions.range(place) : options.rangeIn?.(file, place);
      return range ? [{ location: { uri: file, range }, message }] : [];
    });
  }
  return diagnostic;
}

export function toDocumentSymbol(item: OutlineItem, positions: Positions): DocumentSymbol {
  return {
    name: item.name || '…',
    detail: item.detail,
    kind: item.kind === 'heading' ? SymbolKind.String : SymbolKind.Field,
    range: positions.range(item.full),
    selectionRange: positions.range(item.selection),
    children: item.children.map((child) => toDocumentSymbol(child, positions)),
  };
}

/** The symbol kind of an entity type, the nearest that LSP has. */
export function symbolKindOf(type: string): SymbolKind {
  switch (type) {
    case 'PER':
      return SymbolKind.Class;
    case 'ORG':
      return SymbolKind.Interface;
    case 'LOC':
      return SymbolKind.Namespace;
    default:
      return SymbolKind.Constant;
  }
}

/** LSP's relative encoding of semantic tokens; one that spans lines is cut at each line end. */
export function encodeSemanticTokens(
  spans: readonly ColouredSpan[],
  positions: Positions,
): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  const push = (atLine: number, from: number, to: number, type: number) => {
    if (to <= from) return;
    data.push(atLine - line, atLine === line ? from - character : from, to - from, type, 0);
    line = atLine;
    character = from;
  };
  for (const span of spans) {
    const { start, end } = positions.range(span);
    if (start.line === end.line) {
      push(start.line, start.character, end.character, span.type);
      continue;
    }
    push(start.line, start.character, positions.lineLength(start.line), span.type);
    for (let between = start.line + 1; between < end.line; between++) {
      push(between, 0, positions.lineLength(between), span.type);
    }
    push(end.line, 0, end.character, span.type);
  }
  return data;
}
