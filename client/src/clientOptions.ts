import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type {
  CommandArguments,
  InitializationOptions,
  ServerCommand,
} from '../../server/src/protocol.ts';
import { caughtUp } from './caughtUp.ts';
import { isAutomatic } from './codeActions.ts';
import { textSchemes } from './documents.ts';
import { settings } from './settings.ts';

/** What the client lets happen around the server's messages. */
export interface Hooks {
  /** A command of the server was chosen from a code action. */
  command(command: ServerCommand, argument: unknown): Promise<unknown>;
  /** The server began or ended a long task. */
  task(event: 'begin' | 'end'): void;
}

/**
 * The options that the desktop's and the browser's language client share.
 * @param extension the folder of the extension
 * @param files who reads the corpus: `client` where the server can't
 */
export function clientOptions(
  hooks: Hooks,
  extension: vscode.Uri,
  files: InitializationOptions['files'],
): LanguageClientOptions {
  const schemes = textSchemes();
  return {
    documentSelector: [
      ...schemes.map((scheme) => ({ scheme, language: 'plaintext' })),
      { pattern: '**/*.tags.json' },
      { pattern: '**/glossator.json' },
      { pattern: '**/entities.json' },
    ],
    diagnosticCollectionName: 'glossator',
    initializationOptions: (): InitializationOptions => ({
      ...(files && { files, languages: `${vscode.Uri.joinPath(extension, 'dist/languages')}/` }),
      docs: `${vscode.Uri.joinPath(extension, 'docs/rules')}/`,
      trusted: vscode.workspace.isTrusted,
      ...(settings.annotator() && { by: settings.annotator() }),
    }),
    markdown: { isTrusted: false, supportThemeIcons: true },
    middleware: {
      workspace: {
        handleApplyEdit: async (params, next) => {
          await caughtUp(params.edit);
          return next(params, new vscode.CancellationTokenSource().token);
        },
      },
      executeCommand: (command, [argument]) =>
        hooks.command(command as ServerCommand, inLayer(command, argument)),
      provideCodeActions: async (document, range, context, token, next) => {
        const offered = (await next(document, range, context, token)) ?? [];
        return offered.filter(isAutomatic(context) ? mends : isNoLabelOfMany);
      },
      handleWorkDoneProgress: (_token, params, next) => {
        if (params.kind === 'begin') hooks.task('begin');
        if (params.kind === 'end') hooks.task('end');
        next(_token, params);
      },
    },
  };
}

/** What a code action tags goes into the person's layer, as what a command tags does. */
function inLayer(command: string, argument: unknown): unknown {
  const { uri } = (argument ?? {}) as Partial<CommandArguments['glossator.tag']>;
  if (command !== 'glossator.tag' || typeof uri !== 'string') return argument;
  return { layer: settings.layer(vscode.Uri.parse(uri)), ...(argument as object) };
}

/** One action a label fills the menu: the client asks for the label instead. */
function isNoLabelOfMany(action: vscode.Command | vscode.CodeAction): boolean {
  return mends(action) || !('kind' in action) || action.command?.command !== 'glossator.relabel';
}

function mends(action: vscode.Command | vscode.CodeAction): boolean {
  return 'kind' in action && action.kind?.contains(vscode.CodeActionKind.QuickFix) === true;
}
