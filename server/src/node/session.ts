import { join } from 'node:path';
import type { Connection } from 'vscode-languageserver';
import type { Client } from '../capabilities.ts';
import type { StartProse } from '../prose.ts';
import { startSession } from '../server.ts';
import { Prose } from '../state/prose.ts';
import { nodeWorkspace, pathOf } from './files.ts';
import { modelsOf } from './model/models.ts';
import './webCrypto.ts';
import { ThreadedProse } from './prose/runner.ts';

/** Serves a client that has said what it can do; `programs` is the folder with the server's other programs. */
export function serve(connection: Connection, client: Client, programs: string): void {
  const startProse: StartProse = (folder, plugins) => {
    const path = pathOf(folder);
    return path === null ? null : new ThreadedProse(join(programs, 'prose.js'), path, plugins);
  };
  const suggest = modelsOf(join(programs, '../model.js'));
  startSession(connection, client, {
    workspace: () => nodeWorkspace,
    prose: () => new Prose(startProse),
    suggest,
  });
}
