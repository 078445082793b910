import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  SemanticTokens,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { type Diagnosis, diagnose } from './core/analysis/diagnose.ts';
import { labelPlace } from './core/corpus/labelPlaces.ts';
import type { Span } from './core/span.ts';
import { sidecarOf } from './core/tags/files.ts';
import type { PlacedTag } from './core/tags/model.ts';
import { lineEnds } from './core/text/lineEnds.ts';
import { tagsAt } from './features/at.ts';
import { type Action, quickFixes, tagActions } from './features/codeAction.ts';
import { textConflicts } from './features/conflicts.ts';
import { definition } from './features/definition.ts';
import { encodingFindings, textDiagnostics } from './features/diagnostics.ts';
import { documentHighlight } from './features/documentHighlight.ts';
import { documentSymbol } from './features/documentSymbol.ts';
import { hover } from './features/hover.ts';
import { plain } from './features/markdown.ts';
import type { Place } from './features/place.ts';
import { references } from './features/references.ts';
import { renameTarget } from './features/rename.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import { workspaceSymbol } from './features/workspaceSymbol.ts';
import { Locator } from './locate.ts';
import type { Positions } from './position.ts';
import { sidecarActions } from './sidecarActions.ts';
import type { OpenText } from './state/openText.ts';
import type { ProseChecks } from './state/prose.ts';
import { Refusal } from './state/refusal.ts';
import { refuseName, renameEverywhere } from './state/renaming.ts';
import type { Texts } from './state/texts.ts';
import {
  type DiagnosticOptions,
  encodeSemanticTokens,
  symbolKindOf,
  toDiagnostic,
  toDocumentSymbol,
} from './toProtocol.ts';
import { nameOf } from './workspace.ts';

/** What the client can take, and where the rules' pages are. */
export interface ServiceOptions {
  readonly markdown: boolean;
  readonly definitionLinks: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly docs?: string;
}

/**
 * The language features of open texts, in LSP's own terms: puts `features/`
 * together over the texts. Every method answers null or an empty list for a
 * file that is not open.
 */
export class LanguageService {
  readonly #texts: Texts;
  readonly #options: ServiceOptions;
  readonly #prose: ProseChecks;

  constructor(texts: Texts, options: ServiceOptions, prose: ProseChecks) {
    this.#texts = texts;
    this.#options = options;
    this.#prose = prose;
  }

  async hover(uri: string, position: Position): Promise<Hover | null> {
    const text = await this.#known(uri);
    return (
      text &&
      hoverAt(this.#texts, text, text.live.positions.offset(position), this.#options.markdown)
    );
  }

  async definition(uri: string, position: Position): Promise<Location[] | LocationLink[] | null> {
    const text = await this.#known(uri);
    if (!text) return null;
    const { index, registryUri } = text.corpus;
    const offset = text.live.positions.offset(position);
    const found = definition(text.analysis, offset, { index, uri, registryUri });
    if (!found) return null;
    const locations = await new Locator(this.#texts).locations(found.places, uri);
    if (!this.#options.definitionLinks) return locations;
    const originSelectionRange = text.live.positions.range(found.origin);
    return locations.map(({ uri: targetUri, range }) => {
      return { originSelectionRange, targetUri, targetRange: range, targetSelectionRange: range };
    });
  }

  /** The label of the tag at a position, in the tagset. */
  async typeDefinition(uri: string, position: Position): Promise<Location[] | null> {
    const text = await this.#known(uri);
    if (!text) return null;
    const [placed] = tagsAt(text.tags(), text.live.positions.offset(position));
    const source = await this.#texts.sources.read(text.corpus.configurationUri);
    const span =
      placed && source.kind === 'text' ? labelPlace(source.text, placed.tag.label) : null;
    if (!span) return null;
    return new Locator(this.#texts).locations(
      [{ ...span, file: text.corpus.configurationUri }],
      uri,
    );
  }

  async references(uri: string, position: Position): Promise<Location[]> {
    const text = await this.#known(uri);
    if (!text) return [];
    await text.corpus.indexAll();
    const offset = text.live.positions.offset(position);
    const places = references(text.analysis, offset, text.corpus.index, uri);
    return new Locator(this.#texts).locations(places, uri);
  }

  async documentHighlight(uri: string, position: Position): Promise<DocumentHighlight[]> {
    const text = await this.#known(uri);
    if (!text) return [];
    const spans = documentHighlight(text.analysis, text.live.positions.offset(position));
    return spans.map((span) => ({ range: text.live.positions.range(span) }));
  }

  async documentSymbol(uri: string): Promise<DocumentSymbol[]> {
    const text = await this.#known(uri);
    if (!text) return [];
    const items = documentSymbol(text.analysis);
    return items.map((item) => toDocumentSymbol(item, text.live.positions));
  }

  async workspaceSymbol(query: string): Promise<WorkspaceSymbol[]> {
    const { corpora } = this.#texts;
    await Promise.all(corpora.map((corpus) => corpus.indexAll()));
    const locator = new Locator(this.#texts);
    const found = corpora.flatMap(({ registry, index, registryUri }) =>
      workspaceSymbol(query, registry, index, registryUri),
    );
    const symbols = await Promise.all(
      found.map(async ({ name, type, detail, place }): Promise<WorkspaceSymbol | null> => {
        const location = await locator.location(place, place.file);
        return location && { name, kind: symbolKindOf(type), containerName: detail, location };
      }),
    );
    return symbols.filter((symbol) => symbol !== null);
  }

  /** Semantic tokens of a range, or of the whole text. */
  async semanticTokens(uri: string, range?: Range): Promise<SemanticTokens> {
    const text = await this.#known(uri);
    if (!text) return { data: [] };
    const { positions } = text.live;
    const within = range ? positions.span(range) : { start: 0, end: text.live.text.length };
    return { data: encodeSemanticTokens(semanticTokens(text.analysis, within), positions) };
  }

  async codeAction(uri: string, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    if (sidecarOf(nameOf(uri))) return sidecarActions(this.#texts, uri, range, context);
    const text = await this.#known(uri);
    if (!text) return [];
    const span = text.live.positions.span(range);
    const { diagnostics } = context;
    const wanted = context.only;
    const offered = [
      ...quickFixes(this.#findings(text, false), span).map((action) =>
        toCodeAction(action, text, range, 'quickfix', diagnostics),
      ),
      ...tagActions(text.analysis, span).map((action) =>
        toCodeAction(action, text, range, 'refactor.rewrite', diagnostics),
      ),
    ];
    if (!wanted) return offered;
    return offered.filter(({ kind = '' }) =>
      wanted.some((kindWanted) => kind === kindWanted || kind.startsWith(`${kindWanted}.`)),
    );
  }

  async prepareRename(
    uri: string,
    position: Position,
  ): Promise<{ range: Range; placeholder: string } | null> {
    const text = await this.#known(uri);
    const target = text && renameTarget(text.analysis, text.live.positions.offset(position));
    return target && { range: text.live.positions.range(target.span), placeholder: target.name };
  }

  /** Gives the entity or label at a position another name everywhere. Rejects with a `Refusal` where it cannot have it. */
  async rename(uri: string, position: Position, newName: string): Promise<WorkspaceEdit | null> {
    const text = await this.#known(uri);
    const target = text && renameTarget(text.analysis, text.live.positions.offset(position));
    if (!target) return null;
    const refusal = refuseName(text.corpus, target, newName);
    if (refusal) throw new Refusal(refusal);
    return renameEverywhere(this.#texts, text.corpus, target, newName);
  }

  /** The findings of a text as they stand; `settled` brings the whole-text rules up to date first. */
  diagnostics(text: OpenText, settled: boolean): Diagnostic[] {
    const shown = diagnosticOptions(text.uri, text.live.positions, this.#options);
    const rangeIn = (file: string, span: Span) => this.#texts.rangeIn(text, file, span);
    return this.#findings(text, settled).map((finding) =>
      toDiagnostic(finding, { ...shown, rangeIn }),
    );
  }

  #findings(text: OpenText, settled: boolean): Diagnosis<string>[] {
    const { configuration } = text.corpus;
    const conflicts = textConflicts(text.layers);
    return [
      ...diagnose(encodingFindings(text.refusal), configuration),
      ...diagnose(conflicts.findings, configuration, conflicts.counts),
      ...textDiagnostics(text.analysis, settled),
      ...this.#prose.diagnoses(text),
    ];
  }

  async #known(uri: string): Promise<OpenText | null> {
    return this.#texts.peek(uri) ? this.#texts.get(uri) : null;
  }
}

/** How findings in one file are shown to the client. */
export function diagnosticOptions(
  uri: string,
  positions: Positions,
  { relatedInformation, codeDescription, docs }: ServiceOptions,
): DiagnosticOptions {
  return { uri, positions, relatedInformation, codeDescription, docs };
}

function toCodeAction(
  { title, fix, mends }: Action,
  text: OpenText,
  range: Range,
  kind: string,
  diagnostics: readonly Diagnostic[],
): CodeAction {
  const { positions } = text.live;
  const { uri } = text;
  const action: CodeAction = { title, kind };
  if (mends) {
    const start = positions.position(mends.start);
    action.diagnostics = diagnostics.filter(
      ({ code, range: { start: at } }) =>
        code === mends.code && at.line === start.line && at.character === start.character,
    );
  }
  if (fix.kind === 'replace') {
    const edits = fix.edits.map((edit) => ({ range: positions.range(edit), newText: edit.text }));
    return { ...action, edit: { changes: { [uri]: edits } } };
  }
  const argument = { uri, range: fix.at ? positions.range(fix.at) : range, ...fix.argument };
  return { ...action, command: { title, command: fix.command, arguments: [argument] } };
}

async function hoverAt(
  texts: Texts,
  text: OpenText,
  offset: number,
  markdown: boolean,
): Promise<Hover | null> {
  const { index, registryUri } = text.corpus;
  const { uri } = text;
  const link = await new Locator(texts).linker([uri, registryUri]);
  const content = hover(text.analysis, offset, {
    index,
    uri,
    registryUri,
    link: (place: Place) => link({ ...place, file: place.file ?? uri }),
    sidecarLink: (placed) => sidecarLink(text, placed),
    related: (placed) => text.related(placed),
  });
  if (!content) return null;
  const value = content.sections.join('\n\n---\n\n');
  const range = text.live.positions.range(content.span);
  return markdown
    ? { contents: { kind: 'markdown', value }, range }
    : { contents: { kind: 'plaintext', value: content.sections.map(plain).join('\n\n') }, range };
}

/** A link to the line of the sidecar that holds a tag. */
function sidecarLink(text: OpenText, { tag }: PlacedTag): string | null {
  const layer = text.layerOf(tag.id);
  const at = layer ? layer.source.indexOf(JSON.stringify(tag.id)) : -1;
  if (!layer || at < 0) return null;
  return `${layer.uri}#L${lineEnds(layer.source, at) + 1}`;
}
