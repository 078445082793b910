import type { Range } from 'vscode-languageserver-protocol';
import type { Span } from '../core/span.ts';
import { CONFIGURATION_FILE } from '../core/tags/files.ts';
import { canonical, decodeUtf8 } from '../core/text/canonical.ts';
import { ChunkedText } from '../core/text/document.ts';
import { LiveText } from '../liveText.ts';
import { type Encoding, Positions } from '../position.ts';
import { findFiles, folderOf, isBelow, keyOf, type Workspace } from '../workspace.ts';
import { Corpus } from './corpus.ts';
import type { Layer } from './layer.ts';
import { OpenText } from './openText.ts';
import { Sources } from './sources.ts';

/** The corpora of the workspace and the texts that are open in them. */
export class Texts {
  readonly workspace: Workspace;
  readonly sources: Sources;
  readonly encoding: Encoding;
  readonly #corpora = new Map<string, { corpus: Corpus; loaded: Promise<void> }>();
  readonly #open = new Map<string, { text: OpenText; loaded: Promise<void> }>();
  readonly #sidecars = new WeakMap<Layer, { source: string; positions: Positions }>();
  /** Roots known before any text was opened: workspace folders and folders with a glossator.json. */
  #roots: string[] = [];

  constructor(workspace: Workspace, encoding: Encoding) {
    this.workspace = workspace;
    this.encoding = encoding;
    this.sources = new Sources(workspace);
  }

  /** Takes the workspace's folders; each of them, and each folder below with a glossator.json, is a corpus. Corpora outside them without an open text are forgotten. */
  async setFolders(folders: readonly string[]): Promise<void> {
    const roots = folders.map((folder) => folder.replace(/\/+$/, ''));
    this.#roots = roots;
    for (const root of roots) {
      const found = await findFiles(this.workspace, root, (name) => name === CONFIGURATION_FILE);
      this.#roots = [...this.#roots, ...found.map(folderOf)];
    }
    this.#roots = [...new Set(this.#roots)];
    for (const root of this.#corpora.keys()) {
      const used =
        this.#roots.includes(root) || this.open.some(({ corpus }) => corpus.root === root);
      if (!used) this.#corpora.delete(root);
    }
  }

  /** Whether a file lies in one of the workspace's folders. */
  isInside(uri: string): boolean {
    return this.#roots.some((root) => isBelow(uri, root));
  }

  get open(): OpenText[] {
    return [...this.#open.values()].map(({ text }) => text);
  }

  /** Every corpus met so far. */
  get corpora(): Corpus[] {
    return [...this.#corpora.values()].map(({ corpus }) => corpus);
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  /** The corpus that a file belongs to: the innermost root above it, else its own folder. */
  corpusOf(uri: string): Corpus {
    const above = this.#roots.filter((root) => uri.startsWith(`${root}/`));
    const root = above.sort((a, b) => b.length - a.length)[0] ?? folderOf(uri);
    return this.corpusAt(root).corpus;
  }

  /** The corpus of a folder, and when its tagset and registry are read. */
  corpusAt(root: string): { corpus: Corpus; loaded: Promise<void> } {
    const known = this.#corpora.get(root);
    if (known) return known;
    const corpus = new Corpus(root, this.workspace, this.sources, this.encoding);
    const entry = { corpus, loaded: corpus.load() };
    this.#corpora.set(root, entry);
    return entry;
  }

  /** Begins to follow a text that the client opened. */
  opened(live: LiveText): OpenText {
    const corpus = this.corpusOf(live.uri);
    const text = new OpenText(live, corpus, this.workspace, this.sources);
    this.#open.set(keyOf(live.uri), { text, loaded: this.#load(text) });
    return text;
  }

  closed(uri: string): void {
    this.#open.delete(keyOf(uri));
  }

  /** An open text, or undefined; its tags may still be loading. */
  peek(uri: string): OpenText | undefined {
    return this.#open.get(keyOf(uri))?.text;
  }

  /** A text with corpus and tags loaded: the open one, else one read from its file; null where there is no readable file. */
  async get(uri: string): Promise<OpenText | null> {
    const entry = this.#open.get(keyOf(uri));
    if (entry) {
      await entry.loaded;
      return entry.text;
    }
    const bytes = await this.workspace.readFile(uri);
    const content = bytes && decodeUtf8(bytes);
    if (content === null) return null;
    const live = new LiveText(uri, 'plaintext', 0, canonical(content), this.encoding);
    const text = new OpenText(live, this.corpusOf(uri), this.workspace, this.sources);
    await this.#load(text);
    return text;
  }

  /**
   * A range in another file that a finding of `text` names: one of its sidecars,
   * an open text, or a text of the index. Undefined where that is not known.
   */
  rangeIn(text: OpenText, uri: string, span: Span): Range | undefined {
    const layer = text.layers.find((candidate) => candidate.uri === uri);
    if (layer) return this.#positionsIn(layer).range(span);
    return this.peek(uri)?.live.positions.range(span) ?? text.corpus.factRange(uri, span);
  }

  /** Positions in a sidecar's source, which is cut into chunks once for all that is asked of it. */
  #positionsIn(layer: Layer): Positions {
    const { source } = layer;
    const known = this.#sidecars.get(layer);
    if (known?.source === source) return known.positions;
    const positions = new Positions(new ChunkedText(source), this.encoding);
    this.#sidecars.set(layer, { source, positions });
    return positions;
  }

  async #load(text: OpenText): Promise<void> {
    await this.corpusAt(text.corpus.root).loaded;
    await Promise.all([text.readLanguage(), text.loadLayers()]);
  }
}
