import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { answerInitialize, type Client } from './capabilities.ts';
import { answerCorpusRequests } from './corpusRequests.ts';
import { answerDisagreements } from './disagreements.ts';
import { Documents } from './documents.ts';
import { LanguageService } from './languageService.ts';
import { ServerCommand, sidecarsEditedNotification, tagsChangedNotification } from './protocol.ts';
import { type DiagnosticsMode, Publisher } from './publisher.ts';
import type { Session } from './session.ts';
import type { ProseChecks } from './state/prose.ts';
import { Refusal } from './state/refusal.ts';
import { Tagging } from './state/tagging.ts';
import { Texts } from './state/texts.ts';
import type { Suggest } from './suggester.ts';
import type { Workspace } from './workspace.ts';

/** What differs between the places the server runs in. */
export interface ServerHost {
  /** File access, once the client has said what it can do. */
  workspace(client: Client): Workspace;
  /** URI of the folder with the rules' pages, ending in a slash. */
  readonly docs?: string;
  /** Runs retext plugins; absent where there is no way to. Asked in trusted workspaces only. */
  prose?(): ProseChecks;
  /** Asks a model; absent where none can run. Asked in trusted workspaces only. */
  readonly suggest?: Suggest;
}

/** What is said where no plugin runs. */
const noProse: ProseChecks = {
  isBehind: () => false,
  check: () => Promise.resolve(),
  diagnoses: () => [],
  problems: () => [],
  dispose() {},
};

/** Serves one client over a connection; `listen` is the caller's. */
export function startServer(connection: Connection, host: ServerHost): void {
  answerInitialize(connection, host.docs, (client) => startSession(connection, client, host));
}

/** Takes up everything that a client may ask for once it is known. */
export function startSession(connection: Connection, client: Client, host: ServerHost): void {
  const prose = (client.options.trusted && host.prose?.()) || noProse;
  const session = createSession(connection, client, host, prose);
  connection.onShutdown(() => prose.dispose());
  registerFeatures(session);
  registerCommands(session);
  answerCorpusRequests(session);
  answerDisagreements(session);
  session.documents.register();
  connection.onInitialized(() => begin(session));
}

function createSession(
  connection: Connection,
  client: Client,
  host: ServerHost,
  prose: ProseChecks,
): Session {
  const texts = new Texts(host.workspace(client), client.encoding);
  const service = new LanguageService(texts, client.service, prose);
  const publisher = new Publisher(connection, client, service, texts, prose);
  const session: Session = {
    connection,
    client,
    texts,
    service,
    publisher,
    annotator: client.options.by,
    tagging: new Tagging(texts, {
      applyEdit: (label: string, edit: WorkspaceEdit) =>
        connection.workspace.applyEdit({ label, edit }).then(({ applied }) => applied),
      editSupport: client.edits,
      suggest: client.options.trusted ? host.suggest : undefined,
      edited: (text, uris, merged) => {
        if (uris.length > 0) {
          void connection.sendNotification(sidecarsEditedNotification, { uris, merged });
        }
        void connection.sendNotification(tagsChangedNotification, { uri: text.uri });
        publisher.tagged(text);
      },
      registryEdited: (text) => void session.documents.reload(text.corpus),
      failed: (message) =>
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Error,
          message,
        }),
      time: () => new Date().toISOString(),
      annotator: () => session.annotator,
    }),
    documents: new Documents(connection, texts, publisher, () => session.tagging),
  };
  return session;
}

async function begin(session: Session): Promise<void> {
  const { connection, client, texts, documents } = session;
  if (client.watchesFiles) {
    const watchers = ['**/*.txt', '**/*.tags.json', '**/glossator.json', '**/entities.json'];
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watchers.map((globPattern) => ({ globPattern })),
    });
  }
  if (client.configuration) {
    void connection.client.register(DidChangeConfigurationNotification.type, {
      section: 'glossator',
    });
  }
  connection.onDidChangeConfiguration(() => readSettings(session));
  const folders = new Set(client.folders);
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, async ({ event }) => {
    for (const { uri } of event.removed) folders.delete(uri);
    for (const { uri } of event.added) folders.add(uri);
    await texts.setFolders([...folders]);
    await documents.begin();
  });
  const found = texts.setFolders([...folders]);
  await readSettings(session);
  await found;
  await documents.begin();
}

async function readSettings(session: Session): Promise<void> {
  if (!session.client.configuration) return;
  const settings: unknown = await session.connection.workspace.getConfiguration('glossator');
  if (typeof settings !== 'object' || settings === null) return;
  const { annotator, diagnostics } = settings as Record<string, unknown>;
  session.annotator =
    typeof annotator === 'string' && annotator !== '' ? annotator : session.client.options.by;
  const mode = (diagnostics as { enable?: unknown } | undefined)?.enable;
  if (mode === 'auto' || mode === 'on' || mode === 'off') setMode(session, mode);
}

function setMode({ publisher }: Session, mode: DiagnosticsMode): void {
  if (publisher.mode === mode) return;
  publisher.mode = mode;
  publisher.showAll();
}

function registerFeatures({ connection, service, texts, publisher }: Session): void {
  const uriOf = (params: { textDocument: { uri: string } }) => params.textDocument.uri;
  connection.onHover(cancellable((params) => service.hover(uriOf(params), params.position)));
  connection.onDefinition(
    cancellable((params) => service.definition(uriOf(params), params.position)),
  );
  connection.onTypeDefinition(
    cancellable((params) => service.typeDefinition(uriOf(params), params.position)),
  );
  connection.onReferences(
    cancellable((params) => service.references(uriOf(params), params.position)),
  );
  connection.onDocumentHighlight(
    cancellable((params) => service.documentHighlight(uriOf(params), params.position)),
  );
  connection.onDocumentSymbol(cancellable((params) => service.documentSymbol(uriOf(params))));
  connection.onWorkspaceSymbol(cancellable((params) => service.workspaceSymbol(params.query)));
  connection.onCodeAction(
    cancellable((params) => service.codeAction(uriOf(params), params.range, params.context)),
  );
  connection.onPrepareRename(
    cancellable((params) => service.prepareRename(uriOf(params), params.position)),
  );
  connection.onRenameRequest(
    cancellable((params) => service.rename(uriOf(params), params.position, params.newName)),
  );
  connection.languages.semanticTokens.on(
    cancellable((params) => service.semanticTokens(uriOf(params))),
  );
  connection.languages.semanticTokens.onRange(
    cancellable((params) => service.semanticTokens(uriOf(params), params.range)),
  );
  connection.languages.diagnostics.on(async (params) => {
    const text = texts.peek(uriOf(params)) ? await texts.get(uriOf(params)) : null;
    return { kind: 'full', items: text ? publisher.diagnostics(text, false) : [] };
  });
}

function registerCommands({ connection, tagging }: Session): void {
  connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }) => {
    const known = Object.values(ServerCommand).find((candidate) => candidate === command);
    if (!known) {
      return new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
    }
    try {
      return await tagging.execute(known, argument);
    } catch (error) {
      if (error instanceof Refusal)
        return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      throw error;
    }
  });
}

/** The handler, its answer replaced by an error where the client has stopped waiting for it. */
function cancellable<P, R>(handle: (params: P) => Promise<R>) {
  return async (params: P, token: CancellationToken): Promise<R | ResponseError<void>> => {
    const cancelled = () => new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await handle(params);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (error instanceof Refusal)
        return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      throw error;
    }
  };
}
