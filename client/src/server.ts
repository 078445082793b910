import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  ExecuteCommandRequest,
  type Hover,
  HoverRequest,
  State,
} from 'vscode-languageclient';
import {
  type CommandArguments,
  type CommandResult,
  type CorpusParams,
  type CorpusResult,
  corpusRequest,
  type DisagreementsParams,
  type DisagreementsResult,
  disagreementsRequest,
  type MentionsParams,
  type MentionsResult,
  mentionsRequest,
  type ServerCommand,
  type TagCountsParams,
  type TagCountsResult,
  type TagItem,
  type TagPart,
  type TagsParams,
  type TagsResult,
  tagCountsRequest,
  tagsRequest,
} from '../../server/src/protocol.ts';
import { asRange, toRange } from './documents.ts';
import type { SidecarSaver } from './sidecarSaver.ts';

/** More tags than this near one place are neither drawn nor offered. */
const mostNear = 2000;

export type ServerState = 'starting' | 'indexing' | 'running' | 'stopped';

/** The language server as the rest of the client sees it: typed requests, commands and a state. */
export class Server implements vscode.Disposable {
  readonly client: BaseLanguageClient;
  private readonly saver: SidecarSaver;
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  private readonly listener: vscode.Disposable;
  private steps = 0;
  private tasks = 0;

  readonly onDidChangeState = this.stateChanged.event;

  constructor(client: BaseLanguageClient, saver: SidecarSaver) {
    this.client = client;
    this.saver = saver;
    this.listener = client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) this.tasks = 0;
      this.stateChanged.fire(this.state);
    });
  }

  get state(): ServerState {
    if (this.client.state === State.Running) return this.tasks > 0 ? 'indexing' : 'running';
    return this.client.state === State.Starting ? 'starting' : 'stopped';
  }

  /** Counts the server's long tasks, from its progress reports. */
  task(event: 'begin' | 'end'): void {
    this.tasks = Math.max(0, this.tasks + (event === 'begin' ? 1 : -1));
    this.stateChanged.fire(this.state);
  }

  /** The tags of a text, or those that touch a range of it, as far as anybody can make use of them. */
  tags(text: vscode.Uri, range?: vscode.Range): Promise<TagsResult> {
    const params: TagsParams = {
      textDocument: { uri: this.uri(text) },
      ...(range && { range: toRange(range), most: mostNear }),
    };
    return this.client.sendRequest(tagsRequest, params);
  }

  /** The tag that begins next behind a place, or before it, round the ends of the text. */
  async tagBeside(
    text: vscode.Uri,
    position: vscode.Position,
    step: 1 | -1,
  ): Promise<TagItem | undefined> {
    const params: TagsParams = {
      textDocument: { uri: this.uri(text) },
      beside: { position: { line: position.line, character: position.character }, step },
    };
    const { tags }: TagsResult = await this.client.sendRequest(tagsRequest, params);
    return tags[0];
  }

  /** A part of one list of a text's tags. */
  tagPart(text: vscode.Uri, part: TagPart): Promise<TagsResult> {
    const params: TagsParams = { textDocument: { uri: this.uri(text) }, part };
    return this.client.sendRequest(tagsRequest, params);
  }

  /** The tags of a text whose place is in doubt, or the first `most` of them. */
  async review(text: vscode.Uri, most = Number.MAX_SAFE_INTEGER): Promise<TagItem[]> {
    return (await this.tagPart(text, { list: 'review', from: 0, count: most })).tags;
  }

  /** How long the lists of a text's tags are. */
  tagCounts(text: vscode.Uri): Promise<TagCountsResult> {
    const params: TagCountsParams = { textDocument: { uri: this.uri(text) } };
    return this.client.sendRequest(tagCountsRequest, params);
  }

  /** How the layers of a text compare, with one of the places where they differ if that is wanted; null where the text is not open. */
  disagreements(
    text: vscode.Uri,
    place?: DisagreementsParams['place'],
  ): Promise<DisagreementsResult | null> {
    const params: DisagreementsParams = { textDocument: { uri: this.uri(text) }, place };
    return this.client.sendRequest(disagreementsRequest, params);
  }

  /** What a hover at a position is about: a tag, a name, a number or a token; undefined where there is nothing. */
  async standingAt(
    text: vscode.Uri,
    { line, character }: vscode.Position,
  ): Promise<vscode.Range | undefined> {
    const hover: Hover | null = await this.client.sendRequest(HoverRequest.type, {
      textDocument: { uri: this.uri(text) },
      position: { line, character },
    });
    return hover?.range && asRange(hover.range);
  }

  corpus(text: vscode.Uri | undefined): Promise<CorpusResult> {
    const params: CorpusParams = text ? { uri: this.uri(text) } : {};
    return this.client.sendRequest(corpusRequest, params);
  }

  mentions(entity: string): Promise<MentionsResult> {
    const params: MentionsParams = { entity };
    return this.client.sendRequest(mentionsRequest, params);
  }

  /** Runs one server command and saves the sidecars it edited; rejects with the server's own sentence. */
  async run<C extends ServerCommand>(
    command: C,
    argument: CommandArguments[C],
  ): Promise<CommandResult> {
    const result: CommandResult | null = await this.client.sendRequest(ExecuteCommandRequest.type, {
      command,
      arguments: [argument],
    });
    const done = result ?? { ids: [], sidecars: [] };
    await this.saver.save({ uris: done.sidecars ?? [], merged: done.merged });
    return done;
  }

  /** Lets the commands that `action` runs be one step for `undo`. */
  together<T>(action: (run: Server['run']) => Promise<T>): Promise<T> {
    this.steps += 1;
    const step = String(this.steps);
    return action((command, argument) => this.run(command, { ...argument, step }));
  }

  /** Takes back the last user action on a text's tags; false where there is none to take back. */
  async undo(text: vscode.Uri): Promise<boolean> {
    const { ids } = await this.run('glossator.undo', { uri: this.uri(text) });
    return ids.length > 0;
  }

  /** Starts the server, or stops it first and starts it anew. */
  async restart(): Promise<void> {
    if (this.client.needsStop()) await this.client.stop();
    await this.client.start();
  }

  /** A URI as the server writes it. */
  uri(uri: vscode.Uri): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }

  dispose(): void {
    this.listener.dispose();
    this.stateChanged.dispose();
  }
}
