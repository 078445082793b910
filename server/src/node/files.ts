import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FolderEntry, Workspace } from '../workspace.ts';

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
};

/** The `file:` URI of an absolute path, every part of it encoded as `workspace.ts` encodes names. */
export function uriOf(path: string): string {
  const parts = pathToFileURL(path).href.slice('file://'.length).split('/');
  return `file://${parts.map((part) => encodeURIComponent(decodeURIComponent(part))).join('/')}`;
}
