import { activeRules } from '../core/analysis/diagnose.ts';
import { TextAnalysis, type TextContext } from '../core/analysis/text.ts';
import { type CorpusConfiguration, defaultConfiguration } from '../core/corpus/configuration.ts';
import { buildGazetteer, type Gazetteer } from '../core/corpus/gazetteer.ts';
import { pathFilter } from '../core/corpus/glob.ts';
import { groupMentions, MentionIndex } from '../core/corpus/mentionIndex.ts';
import { parseConfiguration } from '../core/corpus/parseConfiguration.ts';
import { emptyRegistry, parseRegistry, type Registry } from '../core/corpus/registry.ts';
import type { Problem } from '../core/problem.ts';
import { CONFIGURATION_FILE, REGISTRY_FILE, sidecarOf } from '../core/tags/files.ts';
import { ChunkedText } from '../core/text/document.ts';
import { detectLanguage } from '../core/text/language.ts';
import { findFiles, join, nameOf, type Workspace } from '../workspace.ts';
import type { Sources } from './sources.ts';

/** After so many milliseconds of indexing, other requests get their turn. */
const INDEX_SLICE = 20;

/**
 * One folder of texts with its tagset, its registry and the index of who is
 * mentioned where. Texts that are open are indexed by whoever holds them.
 */
export class Corpus {
  readonly root: string;
  readonly index = new MentionIndex();
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
  #gazetteer: Gazetteer | undefined;
  #wanted: (path: string) => boolean = () => true;
  #indexing: Promise<void> | undefined;

  constructor(root: string, workspace: Workspace, sources: Sources) {
    this.root = root;
    this.#workspace = workspace;
    this.#sources = sources;
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
    const { entities } = this.registry;
    this.#gazetteer = entities.size > 0 ? buildGazetteer([...entities.values()]) : undefined;
    this.#wanted = pathFilter(this.configuration.include, this.configuration.exclude);
    this.generation++;
  }

  /** Whether the configuration's globs take a text in. */
  includes(uri: string): boolean {
    if (!uri.startsWith(`${this.root}/`)) return false;
    return this.#wanted(decodePath(uri.slice(this.root.length + 1)));
  }

  /** An analysis of a text under this corpus' tagset and registry. */
  analyse(text: ChunkedText, withRules = true): TextAnalysis {
    const rules = withRules ? activeRules(this.configuration) : { passage: [], text: [] };
    const context: TextContext = {
      language: detectLanguage(text.slice(0, 65536), this.configuration.languages),
      gazetteer: this.#gazetteer,
      rules: rules.passage,
      textRules: rules.text,
      configuration: this.configuration,
      registry: this.registry,
    };
    return new TextAnalysis(text, context);
  }

  /** Puts the mentions of an analysed text into the index. */
  indexText(uri: string, analysis: TextAnalysis): void {
    const groups = groupMentions(analysis.entities(), (start, end) => analysis.slice(start, end));
    this.index.set(uri, groups);
  }

  /** Indexes every text of the folder once; later calls wait for the same run. */
  indexAll(): Promise<void> {
    this.#indexing ??= this.#indexAll();
    return this.#indexing;
  }

  /** Forgets the index, after tagset or registry changed. */
  resetIndex(): void {
    this.index.clear();
    this.#indexing = undefined;
  }

  /** Reads one text from wherever it is now and indexes it; one that is gone leaves the index. */
  async reindex(uri: string): Promise<void> {
    if (!this.includes(uri)) return;
    const source = await this.#sources.read(uri);
    if (this.#sources.isOpen(uri)) return;
    if (source.kind !== 'text') this.index.delete(uri);
    else this.indexText(uri, this.analyse(new ChunkedText(source.text), false));
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
