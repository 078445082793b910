import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
  readFileRequest,
  readFolderRequest,
} from '../../server/src/protocol.ts';

/** Answers a server that cannot reach the files itself. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  const uriOf = (uri: string) => client.protocol2CodeConverter.asUri(uri);
  return vscode.Disposable.from(
    client.onRequest(readFileRequest, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
      try {
        return { base64: toBase64(await vscode.workspace.fs.readFile(uriOf(uri))) };
      } catch {
        return { base64: null };
      }
    }),
    client.onRequest(
      readFolderRequest,
      async ({ uri }: ReadFolderParams): Promise<ReadFolderResult> => {
        try {
          const entries = await vscode.workspace.fs.readDirectory(uriOf(uri));
          return {
            entries: entries.map(([name, type]) => [name, type === vscode.FileType.Directory]),
          };
        } catch {
          return { entries: [] };
        }
      },
    ),
  );
}

function toBase64(bytes: Uint8Array): string {
  const step = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += step) {
    binary += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return btoa(binary);
}
