/** One name in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
}

/**
 * All the file access of the server, injected: Node's file system, the
 * client's, or a test's own. URIs are strings as LSP writes them.
 */
export interface Workspace {
  /** The file's bytes, or null where there is no such file or it cannot be read. */
  readFile(uri: string): Promise<Uint8Array | null>;
  /** What lies in a folder; empty where there is no such folder. Links to folders are not followed. */
  readFolder(uri: string): Promise<readonly FolderEntry[]>;
}

/** The URI of the folder that a file lies in, without a slash at its end. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? '' : uri.slice(0, slash);
}

/** The last part of a URI's path, decoded. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The URI of a name within a folder. */
export function join(folder: string, name: string): string {
  return `${folder}/${encodeURIComponent(name)}`;
}

/** Every file below a folder that `wanted` takes, folders that tools fill left out. */
export async function findFiles(
  workspace: Workspace,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await workspace.readFolder(next)) {
      if (entry.folder) {
        if (entry.name !== 'node_modules' && entry.name !== '.git')
          folders.push(join(next, entry.name));
      } else if (wanted(entry.name)) {
        found.push(join(next, entry.name));
      }
    }
  }
  return found.sort();
}
