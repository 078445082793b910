import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Client } from './capabilities.ts';
import { type Diagnosis, diagnose } from './core/analysis/diagnose.ts';
import type { Problem } from './core/problem.ts';
import type { Code } from './core/rules/finding.ts';
import { ChunkedText } from './core/text/document.ts';
import { sidecarFindings } from './features/conflicts.ts';
import { problemDiagnostics } from './features/diagnostics.ts';
import { diagnosticOptions, type LanguageService } from './languageService.ts';
import { Positions } from './position.ts';
import { breather } from './state/breather.ts';
import type { Corpus } from './state/corpus.ts';
import type { OpenText } from './state/openText.ts';
import type { ProseChecks } from './state/prose.ts';
import type { Texts } from './state/texts.ts';
import { toDiagnostic } from './toProtocol.ts';

/** The whole-text rules run when nothing has been typed for so many milliseconds. */
const SETTLE = 250;

/** The same behind a change of tags, of which several may come in a row. */
const TAGGED = 50;

/** Runs `work` behind what is being done: at once on Node, where a timer would wait a millisecond. */
function soon(work: () => void): void {
  const { setImmediate } = globalThis as { setImmediate?: (work: () => void) => unknown };
  if (setImmediate) setImmediate(work);
  else setTimeout(work, 0);
}

/** When the person wants findings: only in a corpus, always, or never. */
export type DiagnosticsMode = 'auto' | 'on' | 'off';

/** Decides when which findings go to the client, pushed or to be asked for. */
export class Publisher {
  mode: DiagnosticsMode = 'auto';
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #service: LanguageService;
  readonly #texts: Texts;
  readonly #prose: ProseChecks;
  readonly #settling = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #queued = new Set<OpenText>();
  readonly #checking = new Set<OpenText>();

  constructor(
    connection: Connection,
    client: Client,
    service: LanguageService,
    texts: Texts,
    prose: ProseChecks,
  ) {
    this.#connection = connection;
    this.#client = client;
    this.#service = service;
    this.#texts = texts;
    this.#prose = prose;
  }

  /** Whether findings are shown for a text. */
  shows(text: OpenText): boolean {
    if (this.mode !== 'auto') return this.mode === 'on';
    return text.corpus.active && (text.corpus.includes(text.uri) || text.tags().length > 0);
  }

  /** A text's findings, for a client that asks. */
  diagnostics(text: OpenText, settled: boolean): Diagnostic[] {
    return this.shows(text) ? this.#service.diagnostics(text, settled) : [];
  }

  /** An edit came in: push what the edited passage says at once, once for all edits that wait in line. */
  edited(text: OpenText): void {
    if (!text.isReady) return;
    if (!this.#client.pullsDiagnostics && this.#queued.size === 0) {
      soon(() => this.#flush());
    }
    this.#queued.add(text);
    clearTimeout(this.#settling.get(text.uri));
    if (text.analysis.stale || this.#prose.isBehind(text)) this.#settleIn(SETTLE, text);
  }

  /** The text's tags changed: settles it once whoever changed them has been answered. */
  tagged(text: OpenText): void {
    this.#settleIn(TAGGED, text);
  }

  /** A text was saved: links from other texts lead to where its numbers are now. */
  saved(text: OpenText): void {
    if (text.isReady) text.corpus.indexFacts(text.uri, text.analysis);
    this.settleStale();
  }

  /** Has the texts settled whose findings rest on other texts that have changed since. */
  settleStale(): void {
    for (const text of this.#texts.open) {
      if (text.isStale && this.shows(text) && !this.#settling.has(text.uri)) this.tagged(text);
    }
  }

  /**
   * Brings a text's whole-text findings and index entry up to date and shows
   * them; what takes long is done in pieces, between which others have their
   * turn, and begun again once typing has paused where one of them was an edit.
   */
  async settle(text: OpenText): Promise<void> {
    clearTimeout(this.#settling.get(text.uri));
    this.#settling.delete(text.uri);
    if (this.#texts.peek(text.uri) !== text || !text.isReady) return;
    if (!(await this.#check(text))) {
      if (!this.#settling.has(text.uri)) this.#settleIn(SETTLE, text);
      return;
    }
    if (this.#texts.peek(text.uri) !== text) return;
    this.show(text);
    this.settleStale();
    if (this.shows(text) && this.#prose.isBehind(text)) this.#checkProse(text);
  }

  /** Shows a text's findings as they stand. */
  show(text: OpenText): void {
    if (this.#client.pullsDiagnostics) this.refresh();
    else this.#push(text, false);
  }

  /** Shows every open text's findings anew. */
  showAll(): void {
    for (const text of this.#texts.open) void this.settle(text);
  }

  /** Asks a client that pulls to pull again. */
  refresh(): void {
    if (this.#client.pullsDiagnostics && this.#client.refreshesDiagnostics) {
      this.#connection.languages.diagnostics.refresh();
    }
  }

  /** Findings of the sidecars' own files. */
  showSidecars(text: OpenText): void {
    for (const layer of text.layers) {
      const { findings, counts } = sidecarFindings(layer);
      const found = diagnose(findings, text.corpus.configuration, counts);
      this.#pushFindings(layer.uri, layer.source, found);
    }
  }

  /** Findings of a corpus' tagset and registry files. */
  async showCorpus(corpus: Corpus): Promise<void> {
    const { configurationUri, registryUri } = corpus;
    const configuration = await this.#source(configurationUri);
    const problems = [
      ...corpus.configurationProblems,
      ...this.#prose.problems(corpus, configuration),
    ];
    this.#pushProblems(configurationUri, configuration, problems, 'config/invalid', corpus);
    const registry = await this.#source(registryUri);
    this.#pushProblems(registryUri, registry, corpus.registryProblems, 'registry/invalid', corpus);
  }

  /** Takes back what was shown of a text that was closed. */
  closed(uri: string): void {
    clearTimeout(this.#settling.get(uri));
    this.#settling.delete(uri);
    if (!this.#client.pullsDiagnostics) this.#send(uri, []);
  }

  /** Indexes a text and runs its rules; false where a check is under way, or was overtaken by an edit. */
  async #check(text: OpenText): Promise<boolean> {
    if (this.#checking.has(text)) return false;
    this.#checking.add(text);
    try {
      text.corpus.indexText(text.uri, text.analysis);
      return !this.shows(text) || (await text.analysis.checkGradually(breather()));
    } finally {
      this.#checking.delete(text);
    }
  }

  /** Settles a text in so many milliseconds, and not before. */
  #settleIn(delay: number, text: OpenText): void {
    clearTimeout(this.#settling.get(text.uri));
    this.#settling.set(
      text.uri,
      setTimeout(() => void this.settle(text), delay),
    );
  }

  async #source(uri: string): Promise<string> {
    const source = await this.#texts.sources.read(uri);
    return source.kind === 'text' ? source.text : '';
  }

  #checkProse(text: OpenText): void {
    const { corpus } = text;
    const wanted = () => this.shows(text) && this.#texts.peek(text.uri) === text;
    void this.#prose.check(text, wanted, () => {
      this.show(text);
      if (this.#prose.problems(corpus, '').length > 0) void this.showCorpus(corpus);
    });
  }

  #flush(): void {
    const texts = [...this.#queued];
    this.#queued.clear();
    for (const text of texts) this.#push(text, false);
  }

  #push(text: OpenText, settled: boolean): void {
    if (this.#texts.peek(text.uri) !== text) return;
    this.#send(text.uri, this.diagnostics(text, settled), text.live.version);
  }

  #pushProblems(
    uri: string,
    source: string,
    problems: readonly Problem[],
    code: Code,
    corpus: Corpus,
  ): void {
    this.#pushFindings(uri, source, problemDiagnostics(problems, code, corpus.configuration));
  }

  #pushFindings(uri: string, source: string, found: readonly Diagnosis[]): void {
    const positions = new Positions(new ChunkedText(source), this.#client.encoding);
    const shown = diagnosticOptions(uri, positions, this.#client.service);
    const wanted = this.mode === 'off' ? [] : found;
    this.#send(
      uri,
      wanted.map((finding) => toDiagnostic(finding, shown)),
    );
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    void this.#connection.sendDiagnostics({ uri, version, diagnostics });
  }
}
