import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type CommandArguments,
  type InitializationOptions,
  type SidecarsEditedParams,
  sidecarsEditedNotification,
} from '../../server/src/protocol.ts';
import { serveFiles } from './clientFiles.ts';
import { clientOptions } from './clientOptions.ts';
import { offerCommands } from './codeActions.ts';
import { type Command, registerCommands, shown } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { CorpusStore } from './corpusStore.ts';
import { followFiles } from './fileLife.ts';
import { Journal } from './journal.ts';
import { wakeJsonSupport } from './jsonSupport.ts';
import { LastText } from './lastText.ts';
import { providePages } from './pages.ts';
import { RecentLabels } from './recentLabels.ts';
import { Server } from './server.ts';
import type { Session } from './session.ts';
import { SidecarSaver } from './sidecarSaver.ts';
import { TaggingMode } from './taggingMode.ts';
import { TagStore } from './tagStore.ts';
import { ContextKeys } from './views/contextKeys.ts';
import { TagDecorations } from './views/decorations.ts';
import { EntitiesView } from './views/entitiesView.ts';
import { RelatedMarks } from './views/relatedMarks.ts';
import { StatusBar } from './views/statusBar.ts';
import { TagsView } from './views/tagsView.ts';

/** What the extension gives to others that ask for its exports. */
export interface Api {
  /** The language client, for tests and for extensions that build on Glossator. */
  readonly client: BaseLanguageClient;
  /** Where sidecars are kept while they are saved; undefined where no folder is open. */
  readonly unsaved: vscode.Uri | undefined;
}

/**
 * Composes the extension and starts its server.
 * @param files who reads the corpus: `client` where the server can't
 * @param makeClient makes the platform's language client
 * @param more the commands that only this platform has
 */
export async function activateWith(
  context: vscode.ExtensionContext,
  files: InitializationOptions['files'],
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
  more: readonly Command[] = [],
): Promise<Api> {
  const client = makeClient(
    clientOptions(
      {
        command: (command, argument) =>
          shown(() => server.run(command, argument as CommandArguments[typeof command])),
        task: (event) => server.task(event),
      },
      context.extensionUri,
      files,
    ),
  );
  const journal = new Journal(context.storageUri);
  const saver = new SidecarSaver(journal);
  const server = new Server(client, saver);
  const session: Session = {
    server,
    tags: new TagStore(server),
    corpus: new CorpusStore(server),
    recent: new RecentLabels(context.workspaceState),
    tagging: new TaggingMode(),
    lastText: new LastText(),
  };
  context.subscriptions.push(
    { dispose: () => client.dispose() },
    journal,
    server,
    session.tags,
    session.corpus,
    session.tagging,
    session.lastText,
    client.onNotification(sidecarsEditedNotification, (edited: SidecarsEditedParams) =>
      saver.save(edited),
    ),
    serveFiles(client),
    registerCommands(session, [...commands, ...more]),
    offerCommands(session),
    new TagDecorations(session),
    new RelatedMarks(session),
    new TagsView(session, context.workspaceState),
    new EntitiesView(session),
    new StatusBar(session),
    new ContextKeys(session),
    providePages(),
    followFiles(),
    wakeJsonSupport(),
    // Trust is told when the server starts.
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
  );
  // Before anybody reads what is half written.
  await journal.recover();
  await client.start();
  return { client, unsaved: journal.folder };
}
