import type { TextAnalysis } from '../core/analysis/text.ts';
import type { Language } from '../core/languages/language.ts';
import type { Span } from '../core/span.ts';
import { sidecarName, sidecarOf } from '../core/tags/files.ts';
import type { PlacedTag } from '../core/tags/model.ts';
import {
  type PlacedRelation,
  placedRelations,
  type RelatedTag,
  relationsByTag,
} from '../core/tags/relations.ts';
import { decodeUtf8 } from '../core/text/canonical.ts';
import type { Edit, LiveText } from '../liveText.ts';
import { folderOf, join, nameOf, type Workspace } from '../workspace.ts';
import type { Corpus } from './corpus.ts';
import { Layer } from './layer.ts';
import { Pin } from './pin.ts';
import { notUtf8 } from './refusal.ts';
import type { Sources } from './sources.ts';

/** An open text with everything that belongs to it: its analysis, and its sidecars' tags followed through every edit. */
export class OpenText {
  readonly live: LiveText;
  readonly corpus: Corpus;
  /** The main sidecar first, then the layers by name. */
  layers: readonly Layer[];
  /** Why the text on disk cannot be tagged: one sentence for the person. */
  refusal: string | undefined;
  readonly #sources: Sources;
  readonly #workspace: Workspace;
  readonly #pins = new Set<Pin>();
  #language: Language | undefined;
  #analysis: { generation: number; value: TextAnalysis } | undefined;

  constructor(live: LiveText, corpus: Corpus, workspace: Workspace, sources: Sources) {
    this.live = live;
    this.corpus = corpus;
    this.#workspace = workspace;
    this.#sources = sources;
    this.layers = [this.#layer(undefined)];
  }

  get uri(): string {
    return this.live.uri;
  }

  /** Whether the text's language is known, without which there is no analysis. */
  get isReady(): boolean {
    return this.#language !== undefined;
  }

  /** The analysis of a text that is ready, as it is now, tags included. */
  get analysis(): TextAnalysis {
    const language = this.#language;
    if (!language) throw new Error(`${this.uri} is not read yet.`);
    const { generation } = this.corpus;
    if (this.#analysis?.generation !== generation || this.#analysis.value.language !== language) {
      const value = this.corpus.analyse(this.live.text, language, { uri: this.uri });
      value.setTags(
        () => this.tags(),
        () => this.#relations(),
      );
      this.#analysis = { generation, value };
    }
    return this.#analysis.value;
  }

  /** Finds out which of the corpus' languages the text is in. */
  async readLanguage(): Promise<void> {
    let generation: number;
    do {
      generation = this.corpus.generation;
      this.#language = await this.corpus.languageOf(this.live.text);
    } while (generation !== this.corpus.generation);
  }

  /** Whether the whole-text findings were made and no longer fit, be it for what another text says. */
  get isStale(): boolean {
    return this.#analysis?.value.stale ?? false;
  }

  /** Every layer's tags as they lie in the text now, in text order. */
  tags(): PlacedTag[] {
    const all = this.layers.flatMap((layer) => layer.placed());
    return this.layers.length > 1 ? all.sort((a, b) => a.start - b.start || a.end - b.end) : all;
  }

  /** The layer of that name, made if need be. */
  layer(name: string | undefined): Layer {
    const found = this.layers.find((layer) => layer.name === name);
    if (found) return found;
    const layer = this.#layer(name);
    layer.begin();
    this.layers = [...this.layers, layer];
    return layer;
  }

  /** The layer that holds a tag; where `name` is given, only that one will do. */
  layerOf(id: string, name?: string): Layer | undefined {
    return this.layers.find(
      (layer) =>
        (name === undefined || name === (layer.name ?? '')) &&
        layer.sidecar?.tags.some((tag) => tag.id === id),
    );
  }

  #relations(): PlacedRelation[] {
    return this.layers.flatMap((layer) =>
      layer.sidecar ? placedRelations(layer.sidecar, layer.placed()) : [],
    );
  }

  /** A tag's relations, each with its other tag as that lies in the text now; one whose other tag is missing is left out. */
  related({ tag, layer: name }: PlacedTag): RelatedTag[] {
    const layer = this.layers.find((known) => known.name === name);
    const relations = layer?.sidecar ? relationsByTag(layer.sidecar).get(tag.id) : undefined;
    if (!layer || !relations) return [];
    const placed = byId(layer.placed());
    return relations.flatMap(({ relation, out, other: id }) => {
      const other = placed.get(id);
      return other ? [{ relation, out, other }] : [];
    });
  }

  /** Finds and reads every sidecar of the text. */
  async loadLayers(): Promise<void> {
    await this.checkEncoding();
    const name = nameOf(this.uri);
    const names = new Set(['']);
    for (const layer of this.layers) names.add(layer.name ?? '');
    for (const entry of await this.#workspace.readFolder(folderOf(this.uri))) {
      const sidecar = entry.folder ? null : sidecarOf(entry.name);
      if (sidecar?.text === name) names.add(sidecar.layer ?? '');
    }
    this.layers = [...names]
      .sort((a, b) => a.localeCompare(b))
      .map((layer) => layer || undefined)
      .map((layer) => this.layers.find((known) => known.name === layer) ?? this.#layer(layer));
    for (const layer of this.layers) await this.reload(layer);
  }

  /** Finds out whether the file is UTF-8 text; only such a text has offsets that everybody agrees on. */
  async checkEncoding(): Promise<void> {
    const bytes = await this.#workspace.readFile(this.uri);
    this.refusal = bytes && decodeUtf8(bytes) === null ? notUtf8(this.uri).message : undefined;
  }

  /** Reads one sidecar anew: what its editor shows, merged with what somebody else wrote to its file. */
  async reload(layer: Layer): Promise<void> {
    const source = await this.#sources.readBoth(layer.uri);
    if (source.kind === 'text') this.corpus.active = true;
    layer.saw(source);
    if (await layer.take(source)) this.tagsChanged();
  }

  /** Follows an edit that `live` has just taken. Says whether a tag's own text was touched. */
  follow(edit: Edit): boolean {
    let touched = false;
    for (const pin of this.#pins) pin.follow(edit);
    for (const layer of this.layers) touched = layer.follow(edit) || touched;
    const { chunks, start, end, text } = edit;
    const analysis = this.#analysis?.value;
    analysis?.update(chunks, start, end, text.length);
    if (touched) analysis?.tagsChanged();
    return touched;
  }

  /** The last edit was the editor reading the file again, which somebody else had changed. */
  async reread(): Promise<void> {
    for (const layer of this.layers) await layer.reread();
    this.tagsChanged();
  }

  /** Lets `work` use a span that follows the text's edits for as long as it takes. */
  async pinned<T>(span: Span, work: (pin: Span) => Promise<T>): Promise<T> {
    const pin = new Pin(span);
    this.#pins.add(pin);
    try {
      return await work(pin);
    } finally {
      this.#pins.delete(pin);
    }
  }

  /** Says that tags came, went or changed, so that the rules about tags run anew. */
  tagsChanged(): void {
    this.#analysis?.value.tagsChanged();
  }

  #layer(name: string | undefined): Layer {
    const uri = join(folderOf(this.uri), sidecarName(nameOf(this.uri), name));
    return new Layer(uri, name, this.live);
  }
}

const ids = new WeakMap<readonly PlacedTag[], ReadonlyMap<string, PlacedTag>>();

/** The tags by id; made once for one list of them. */
function byId(tags: readonly PlacedTag[]): ReadonlyMap<string, PlacedTag> {
  const known = ids.get(tags) ?? new Map(tags.map((placed) => [placed.tag.id, placed]));
  ids.set(tags, known);
  return known;
}
