import type { Connection } from 'vscode-languageserver';
import {
  type ReadFileResult,
  type ReadFolderResult,
  readFileRequest,
  readFolderRequest,
} from '../protocol.ts';
import type { Workspace } from '../workspace.ts';

/** File access by way of the client, for a server that has no file system. */
export function clientWorkspace(connection: Connection): Workspace {
  return {
    async readFile(uri) {
      const { base64 } = await connection.sendRequest<ReadFileResult>(readFileRequest, { uri });
      return base64 === null ? null : Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    },
    async readFolder(uri) {
      const { entries } = await connection.sendRequest<ReadFolderResult>(readFolderRequest, {
        uri,
      });
      return entries.map(([name, folder]) => ({ name, folder }));
    },
  };
}
