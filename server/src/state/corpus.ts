import type { Range } from 'vscode-languageserver-protocol';
import { activeRules } from '../core/analysis/diagnose.ts';
import { TextAnalysis, type TextContext } from '../core/analysis/text.ts';
import { type CorpusConfiguration, defaultConfiguration } from '../core/corpus/configuration.ts';
import { dateByPath } from '../core/corpus/documentDates.ts';
import { FactIndex } from '../core/corpus/factIndex.ts';
import { buildGazetteer, type Gazetteer } from '../core/corpus/gazetteer.ts';
import { pathFilter } from '../core/corpus/glob.ts';
import { MentionIndex } from '../core/corpus/mentionIndex.ts';
import { parseConfiguration } from '../core/corpus/parseConfiguration.ts';
import { emptyRegistry, parseRegistry, type Registry } from '../core/corpus/registry.ts';
import type { Language } from '../core/languages/language.ts';
import type { Problem } from '../core/problem.ts';
import { countedFacts } from '../core/rules/number/counted.ts';
import type { Span } from '../core/span.ts';
import { CONFIGURATION_FILE, REGISTRY_FILE, sidecarOf } from '../core/tags/files.ts';
import { ChunkedText } from '../core/text/document.ts';
import { detectLanguage } from '../core/text/language.ts';
import { type Encoding, Positions } from '../position.ts';
import { findFiles, join, keyOf, nameOf, type Workspace } from '../workspace.ts';
import type { Sources } from './sources.ts';

/** After so many milliseconds of indexing, other requests get their turn. */
const INDEX_SLICE = 20;

/** What is to be known of a text that is analysed; see `Corpus.analyse`. */
export interface AnalysisOptions {
  readonly uri?: string;
  readonly alone?: boolean;
  readonly withRules?: boolean;
  /** See `TextContext.most`. */
  readonly most?: number;
}

/**
 * One folder of texts with its tagset, its registry and the index of who is
 * mentioned where. Texts that are open are indexed by whoever holds them.
 */
export class Corpus {
  readonly root: string;
  readonly index = new MentionIndex();
  /** What the texts count, for those who say the same of other texts. */
  readonly facts = new FactIndex();
  configuration: CorpusConfiguration = defaultConfiguration;
  configurationProblems: readonly Problem[] = [];
  registry: Registry = emptyRegistry;
  registryProblems: readonly Problem[] = [];
  /** Whether the folder has a glossator.json or a sidecar, or somebody began to annotate. */
  active = false;
  /** Counts the changes of tagset and registry; an analysis made under another number is out of date. */
  generation = 0;
  readonly #workspace: Workspace;
  readonly #sources: Sources;
  /** The registry's names for texts of each language that was met. */
  readonly #gazetteers = new Map<Language, Gazetteer>();
  /** Where the facts of a text are, by text and offset: a finding links to them without reading the file. */
  readonly #ranges = new Map<string, Map<number, Range>>();
  readonly #encoding: Encoding;
  #wanted: (path: string) => boolean = () => true;
  #dateOf: (path: string) => string | undefined = () => undefined;
  #indexing: Promise<void> | undefined;

  constructor(root: string, workspace: Workspace, sources: Sources, encoding: Encoding = 'utf-16') {
    this.root = root;
    this.#workspace = workspace;
    this.#sources = sources;
    this.#encoding = encoding;
  }

  get configurationUri(): string {
    return join(this.root, CONFIGURATION_FILE);
  }

  get registryUri(): string {
    return join(this.root, REGISTRY_FILE);
  }

  /** Reads tagset and registry. */
  async load(): Promise<void> {
    const [configuration, registry] = await Promise.all([
      this.#sources.read(this.configurationUri),
      this.#sources.read(this.registryUri),
    ]);
    if (configuration.kind === 'text') {
      this.active = true;
      const { value, problems } = parseConfiguration(configuration.text);
      this.configuration = value ?? this.configuration;
      this.configurationProblems = problems;
    } else {
      this.configuration = defaultConfiguration;
      this.configurationProblems = [];
    }
    if (registry.kind === 'text') {
      const { value, problems } = parseRegistry(registry.text);
      this.registry = value ?? this.registry;
      this.registryProblems = problems;
    } else {
      this.registry = emptyRegistry;
      this.registryProblems = [];
    }
    this.#gazetteers.clear();
    this.#wanted = pathFilter(this.configuration.include, this.configuration.exclude);
    this.#dateOf = dateByPath(this.configuration.dates);
    this.generation++;
  }

  /** Whether the configuration's globs take a text in. */
  includes(uri: string): boolean {
    const path = this.#pathOf(uri);
    return path !== undefined && this.#wanted(path);
  }

  /** The path of a text below the corpus' folder; undefined where it lies elsewhere. */
  #pathOf(uri: string): string | undefined {
    if (!uri.startsWith(`${this.root}/`)) return undefined;
    return decodePath(uri.slice(this.root.length + 1));
  }

  /** The language of a text, told by its words among those of the configuration. */
  languageOf(text: ChunkedText): Promise<Language> {
    const { languages } = this.configuration;
    return this.#workspace.language(detectLanguage(text.slice(0, 65536), languages));
  }

  #gazetteer(language: Language): Gazetteer | undefined {
    const { entities } = this.registry;
    if (entities.size === 0) return undefined;
    const gazetteer =
      this.#gazetteers.get(language) ?? buildGazetteer([...entities.values()], language);
    this.#gazetteers.set(language, gazetteer);
    return gazetteer;
  }

  /**
   * An analysis of a text under this corpus' tagset and registry.
   * @param language what `languageOf` says
   * @param options `uri` names a text of the corpus, which is then compared with the others unless it is to stand `alone`
   */
  analyse(
    text: ChunkedText,
    language: Language,
    { uri, alone = false, withRules = true, most }: AnalysisOptions = {},
  ): TextAnalysis {
    const path = uri && this.#pathOf(uri);
    const date = path && this.#dateOf(path);
    const rules = withRules ? activeRules(this.configuration) : { passage: [], text: [] };
    const context: TextContext = {
      language,
      gazetteer: this.#gazetteer(language),
      rules: rules.passage,
      textRules: rules.text,
      configuration: this.configuration,
      registry: this.registry,
      ...(date && { date }),
      ...(most !== undefined && { most }),
      ...(uri !== undefined && !alone && { elsewhere: this.facts.around(keyOf(uri)) }),
    };
    return new TextAnalysis(text, context);
  }

  /** Puts what an analysed text mentions and counts into the index. */
  indexText(uri: string, analysis: TextAnalysis): void {
    this.index.set(uri, [...analysis.mentionGroups().values()]);
    this.indexFacts(uri, analysis);
  }

  /** Puts what an analysed text counts into the index. */
  indexFacts(uri: string, analysis: TextAnalysis): void {
    const facts = countedFacts(analysis);
    const positions = new Positions(analysis.text, this.#encoding);
    const key = keyOf(uri);
    this.facts.set({ key, file: uri, name: nameOf(uri) }, facts);
    this.#ranges.set(key, new Map(facts.map((fact) => [fact.start, positions.range(fact)])));
  }

  /** Where a fact of a text was when that was indexed. */
  factRange(uri: string, { start }: Span): Range | undefined {
    return this.#ranges.get(keyOf(uri))?.get(start);
  }

  /** Takes a text that is gone out of the index. */
  forget(uri: string): void {
    this.index.delete(uri);
    this.facts.delete(keyOf(uri));
    this.#ranges.delete(keyOf(uri));
  }

  /** Indexes every text of the folder once; later calls wait for the same run, or begin anew where it failed. */
  indexAll(): Promise<void> {
    this.#indexing ??= this.#indexAll().catch((error) => {
      this.#indexing = undefined;
      throw error;
    });
    return this.#indexing;
  }

  /** Forgets the index, after tagset or registry changed. */
  resetIndex(): void {
    this.index.clear();
    this.facts.clear();
    this.#ranges.clear();
    this.#indexing = undefined;
  }

  /** Reads one text from wherever it is now and indexes it; one that is gone leaves the index. */
  async reindex(uri: string): Promise<void> {
    if (!this.includes(uri)) return this.forget(uri);
    const source = await this.#sources.read(uri);
    if (this.#sources.isOpen(uri)) return;
    if (source.kind !== 'text') return this.forget(uri);
    const text = new ChunkedText(source.text);
    const language = await this.languageOf(text);
    if (this.#sources.isOpen(uri)) return;
    this.indexText(uri, this.analyse(text, language, { withRules: false }));
  }

  async #indexAll(): Promise<void> {
    const files = await findFiles(
      this.#workspace,
      this.root,
      (name) => /\.txt$/i.test(name) || sidecarOf(name) !== null,
    );
    this.active ||= files.some((uri) => sidecarOf(nameOf(uri)) !== null);
    const generation = this.generation;
    let sliceEnd = performance.now() + INDEX_SLICE;
    for (const uri of files) {
      if (sidecarOf(nameOf(uri)) || this.#sources.isOpen(uri)) continue;
      await this.reindex(uri);
      if (this.generation !== generation) return;
      if (performance.now() > sliceEnd) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        sliceEnd = performance.now() + INDEX_SLICE;
      }
    }
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
