import {
  type Connection,
  FileChangeType,
  type FileEvent,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver';
import { CONFIGURATION_FILE, REGISTRY_FILE, sidecarOf } from './core/tags/files.ts';
import { LiveText } from './liveText.ts';
import { corpusChangedNotification, tagsChangedNotification } from './protocol.ts';
import type { Publisher } from './publisher.ts';
import type { Corpus } from './state/corpus.ts';
import type { Layer } from './state/layer.ts';
import type { OpenText } from './state/openText.ts';
import type { Tagging } from './state/tagging.ts';
import type { Texts } from './state/texts.ts';
import { folderOf, join, nameOf } from './workspace.ts';

/** Milliseconds from the start, or from a change of the registry, until the texts on disk are indexed. */
const INDEX_DELAY = 300;
/** Milliseconds without an edit until the sidecars are asked whether they fit the text again. */
const REST = 100;

/** What a file is to Glossator, by its name. */
type Role = 'text' | 'sidecar' | 'corpus';

function roleOf(uri: string): Role {
  const name = nameOf(uri);
  if (sidecarOf(name)) return 'sidecar';
  return name === CONFIGURATION_FILE || name === REGISTRY_FILE ? 'corpus' : 'text';
}

/** Keeps texts, sidecars and corpora in step with the client's editors and with the disk. */
export class Documents {
  readonly #connection: Connection;
  readonly #texts: Texts;
  readonly #publisher: Publisher;
  readonly #tagging: () => Tagging;
  readonly #documents: TextDocuments<LiveText>;
  /** Texts of which an edit touched a tag since the last notification was sent. */
  readonly #touched = new Set<string>();
  /** Texts of which an edit replaced so much that their editor may have read them again. */
  readonly #rewritten = new Set<string>();
  readonly #resting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(connection: Connection, texts: Texts, publisher: Publisher, tagging: () => Tagging) {
    this.#connection = connection;
    this.#texts = texts;
    this.#publisher = publisher;
    this.#tagging = tagging;
    this.#documents = new TextDocuments({
      create: (uri, languageId, version, content) =>
        new LiveText(uri, languageId, version, content, texts.encoding),
      update: (live, changes, version) => {
        const text = texts.peek(live.uri);
        live.update(changes, version, (edit) => {
          if (text?.follow(edit)) this.#touched.add(live.uri);
          if (edit.removed !== undefined) this.#rewritten.add(live.uri);
        });
        return live;
      },
    });
  }

  /** Listens to the client's documents and file events. */
  register(): void {
    this.#documents.onDidOpen(({ document }) => this.#opened(document));
    this.#documents.onDidChangeContent(({ document }) => this.#changed(document));
    this.#documents.onDidClose(({ document }) => this.#closed(document));
    this.#documents.onDidSave(({ document }) => this.#saved(document));
    this.#documents.listen(this.#connection);
    this.#connection.onDidChangeWatchedFiles(({ changes }) => this.#watched(changes));
  }

  /** The folders are known: loads their corpora, moves open texts into them and indexes the active ones. */
  async begin(): Promise<void> {
    for (const root of this.#texts.roots) await this.#texts.corpusAt(root).loaded;
    for (const text of this.#texts.open) {
      if (this.#texts.corpusOf(text.uri) !== text.corpus) await this.#openText(text.live);
    }
    for (const corpus of this.#texts.corpora) await this.#corpusLoaded(corpus);
  }

  #opened(live: LiveText): void {
    const role = roleOf(live.uri);
    if (role === 'text') {
      void this.#openText(live);
      return;
    }
    if (role === 'corpus') {
      this.#texts.sources.opened(live.uri, live);
      return;
    }
    const base = this.#layerOf(live.uri)?.baseOf(live.text.toString());
    this.#texts.sources.opened(live.uri, live, base);
    void this.#sidecarChanged(live.uri);
  }

  /** What is known of a sidecar by way of its open text. */
  #layerOf(uri: string): Layer | undefined {
    const sidecar = sidecarOf(nameOf(uri));
    const text = sidecar && this.#texts.peek(join(folderOf(uri), sidecar.text));
    return text?.layers.find(({ name }) => name === sidecar?.layer);
  }

  async #openText(live: LiveText): Promise<void> {
    this.#texts.opened(live);
    this.#texts.sources.opened(live.uri, live);
    const text = await this.#texts.get(live.uri).catch((error) => this.#failed(error));
    if (!text) return;
    void this.#publisher.settle(text);
    this.#publisher.showSidecars(text);
    this.#tagsChanged(live.uri);
  }

  #changed(live: LiveText): void {
    if (live.version === undefined) return;
    const role = roleOf(live.uri);
    if (role === 'sidecar') void this.#sidecarChanged(live.uri);
    if (role === 'corpus') void this.#corpusChanged(live.uri);
    const text = this.#texts.peek(live.uri);
    if (!text) return;
    this.#publisher.edited(text);
    if (this.#rewritten.delete(live.uri)) void this.#reread(text);
    clearTimeout(this.#resting.get(live.uri));
    if (text.layers.some(({ mayFit }) => mayFit)) {
      this.#resting.set(
        live.uri,
        setTimeout(() => this.#trustSidecars(text), REST),
      );
    }
    if (this.#touched.delete(live.uri)) this.#tagsChanged(live.uri);
  }

  /** A text whose changes were taken back, or pulled together with its sidecar, has its tags where the sidecar says. */
  #trustSidecars(text: OpenText): void {
    this.#resting.delete(text.uri);
    if (this.#texts.peek(text.uri) !== text) return;
    const trusted = text.layers.filter((layer) => layer.mayFit && layer.trust());
    if (trusted.length === 0) return;
    text.tagsChanged();
    void this.#publisher.settle(text);
    this.#tagsChanged(text.uri);
  }

  /** A text that shows what is on disk though nobody saved it was changed elsewhere and read again. */
  async #reread(text: OpenText): Promise<void> {
    const { uri, live } = text;
    const { version } = live;
    if (!(await this.#texts.sources.isOnDisk(uri)) || live.version !== version) return;
    await this.#texts.get(uri);
    await text.reread();
    void this.#publisher.settle(text);
    this.#tagsChanged(uri);
  }

  #closed(live: LiveText): void {
    this.#texts.sources.closed(live.uri);
    const text = this.#texts.peek(live.uri);
    if (!text) {
      if (roleOf(live.uri) === 'sidecar') void this.#sidecarChanged(live.uri);
      return;
    }
    this.#texts.closed(live.uri);
    this.#publisher.closed(live.uri);
    void text.corpus.reindex(live.uri).then(() => this.#publisher.settleStale());
  }

  #saved(live: LiveText): void {
    const text = this.#texts.peek(live.uri);
    if (text) this.#publisher.saved(text);
    if (roleOf(live.uri) === 'text') {
      void this.#checkEncoding(live.uri).then(() => this.#tagging().saved(live.uri));
    } else this.#texts.sources.settled(live.uri, live.text.toString());
  }

  async #watched(changes: readonly FileEvent[]): Promise<void> {
    const corpora = new Set<Corpus>();
    for (const { uri, type } of changes) {
      const role = roleOf(uri);
      if (role === 'sidecar') await this.#sidecarChanged(uri);
      else if (role === 'corpus') corpora.add(this.#texts.corpusOf(uri));
      else if (this.#texts.peek(uri)) await this.#checkEncoding(uri);
      else {
        const corpus = this.#texts.corpusOf(uri);
        if (type === FileChangeType.Deleted) corpus.forget(uri);
        else await corpus.reindex(uri);
      }
    }
    for (const corpus of corpora) await this.reload(corpus);
    this.#publisher.settleStale();
  }

  /** The file of an open text was written: perhaps it is UTF-8 text now, or no longer. */
  async #checkEncoding(uri: string): Promise<void> {
    const text = await this.#texts.get(uri);
    const before = text?.refusal;
    await text?.checkEncoding();
    if (text && text.refusal !== before) void this.#publisher.settle(text);
  }

  /** A sidecar was edited, opened, closed or written: its text's tags follow. */
  async #sidecarChanged(uri: string): Promise<void> {
    const sidecar = sidecarOf(nameOf(uri));
    if (!sidecar) return;
    const text = this.#texts.peek(join(folderOf(uri), sidecar.text));
    if (!text) return;
    await this.#texts.get(text.uri);
    const layer = text.layer(sidecar.layer);
    await text.reload(layer);
    if (layer.elsewhere) await this.#tagging().takeIn(text);
    void this.#publisher.settle(text);
    this.#publisher.showSidecars(text);
    this.#tagsChanged(text.uri);
  }

  async #corpusChanged(uri: string): Promise<void> {
    await this.reload(this.#texts.corpusOf(uri));
  }

  /** Reads a corpus' tagset and registry anew, and everything that rests on them. */
  async reload(corpus: Corpus): Promise<void> {
    await corpus.load();
    corpus.resetIndex();
    await this.#corpusLoaded(corpus);
  }

  async #corpusLoaded(corpus: Corpus): Promise<void> {
    await this.#publisher.showCorpus(corpus);
    const open = this.#texts.open.filter((text) => text.corpus === corpus);
    for (const text of open) {
      void text.readLanguage().then(
        () => this.#publisher.settle(text),
        (error) => this.#failed(error),
      );
    }
    for (const text of open) this.#tagsChanged(text.uri);
    void this.#connection.sendNotification(corpusChangedNotification);
    if (corpus.active || this.#texts.roots.includes(corpus.root)) void this.#index(corpus);
  }

  /** Indexes a corpus once the client has had time to open texts, which then need not be read twice. */
  async #index(corpus: Corpus): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, INDEX_DELAY));
    await corpus.indexAll().catch((error) => this.#failed(error));
    this.#publisher.settleStale();
    void this.#connection.sendNotification(corpusChangedNotification);
  }

  /** Says why texts could not be read. */
  #failed({ message }: Error): void {
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message,
    });
  }

  #tagsChanged(uri: OpenText['uri']): void {
    void this.#connection.sendNotification(tagsChangedNotification, { uri });
  }
}
