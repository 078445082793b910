import type { Connection } from 'vscode-languageserver';
import {
  type ClientCapabilities,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';
import { semanticTokenTypes } from './features/semanticTokens.ts';
import type { ServiceOptions } from './languageService.ts';
import { chooseEncoding, type Encoding } from './position.ts';
import { type InitializationOptions, ServerCommand } from './protocol.ts';
import type { EditSupport } from './state/sidecarEdit.ts';

/** What the server has made of a client's `initialize`. */
export interface Client {
  readonly encoding: Encoding;
  readonly edits: EditSupport;
  readonly service: ServiceOptions;
  /** Whether the client asks for diagnostics, so that none need be pushed for open texts. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly folders: readonly string[];
  readonly options: InitializationOptions;
}

/** Reads a client's `initialize`; every capability may be missing. */
export function readClient(params: InitializeParams, docs: string | undefined): Client {
  const capabilities: ClientCapabilities = params.capabilities ?? {};
  const { general, textDocument, workspace } = capabilities;
  const formats = textDocument?.hover?.contentFormat;
  const folders =
    params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    edits: {
      documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
      create: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
    },
    service: {
      markdown: formats?.includes('markdown') ?? false,
      definitionLinks: textDocument?.definition?.linkSupport ?? false,
      relatedInformation: textDocument?.publishDiagnostics?.relatedInformation ?? false,
      codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false,
      docs: readOptions(params.initializationOptions).docs ?? docs,
    },
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    configuration: workspace?.configuration ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    folders,
    options: readOptions(params.initializationOptions),
  };
}

/**
 * Answers a client's `initialize`; `begin` is told what the client can do. It
 * needs nothing of the rest of the server, which may be loaded behind the answer.
 */
export function answerInitialize(
  connection: Connection,
  docs: string | undefined,
  begin: (client: Client) => void,
): void {
  connection.onInitialize((params) => {
    const client = readClient(params, docs);
    begin(client);
    const capabilities = serverCapabilities(params, client);
    return { capabilities, serverInfo: { name: 'glossator' } };
  });
}

function readOptions(options: unknown): InitializationOptions {
  return typeof options === 'object' && options !== null ? options : {};
}

/** What the server offers a client. Whole-text semantic tokens only where the client knows no ranges. */
export function serverCapabilities(params: InitializeParams, client: Client): ServerCapabilities {
  const ranged = params.capabilities?.textDocument?.semanticTokens?.requests?.range;
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite'] },
    executeCommandProvider: { commands: Object.values(ServerCommand) },
    semanticTokensProvider: {
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] },
      range: true,
      full: !ranged,
    },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'glossator',
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
