import { access, constants, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadLanguage } from '../core/languages/load.ts';
import { encoded, type FolderEntry, type Workspace, type Writing } from '../workspace.ts';

/** The path of a `file:` URI, or null where it is no such URI or names no local file. */
export function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

/** Node's file system as the server sees files. */
export const nodeWorkspace: Workspace = {
  async readFile(uri) {
    const path = pathOf(uri);
    return path === null ? null : readFile(path).catch(() => null);
  },

  async readFolder(uri) {
    const path = pathOf(uri);
    if (path === null) return [];
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
      .map((entry): FolderEntry => ({ name: entry.name, folder: entry.isDirectory() }));
  },

  async writing(uri): Promise<Writing> {
    const path = pathOf(uri);
    if (path === null) return { readOnly: false, target: uri };
    const target = await realpath(path).catch(() => missingTarget(path));
    const facts = await stat(target).catch(() => null);
    const written = facts ? target : dirname(target);
    const { mode } = facts ?? (await stat(written).catch(() => ({ mode: 0o222 })));
    const allowed = await access(written, constants.W_OK).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
    );
    return { readOnly: !allowed || (mode & 0o222) === 0, target: uriOf(target) };
  },

  language: loadLanguage,
};

/** Where a file that does not exist would be made: behind a link that leads nowhere yet, else in its folder. */
async function missingTarget(path: string): Promise<string> {
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  const link = await readlink(path).catch(() => null);
  return link === null ? join(folder, basename(path)) : resolve(folder, link);
}

/** The `file:` URI of an absolute path, every part of it encoded as `workspace.ts` encodes names. */
export function uriOf(path: string): string {
  const parts = pathToFileURL(path).href.slice('file://'.length).split('/');
  return `file://${parts.map((part) => encoded(decodeURIComponent(part))).join('/')}`;
}
