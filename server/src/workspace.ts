import type { LanguageCode } from './core/languages/functionWords.ts';
import type { Language } from './core/languages/language.ts';

/** One name in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** What is known of writing a file. */
export interface Writing {
  /** Whether its permissions, or its folder's where it does not exist, forbid it. */
  readonly readOnly: boolean;
  /** URI of the file behind all links; the file itself may be missing. */
  readonly target: string;
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
  /**
   * What is known of writing a file, or of making it where there is none.
   * Absent where it cannot be found out; then the client's own answer counts.
   */
  writing?(uri: string): Promise<Writing>;
  /**
   * What is known of a language, from a file of the program's own: the same
   * object each time. Rejects, in a sentence for the person, where that cannot be read.
   */
  language(code: LanguageCode): Promise<Language>;
}

/** The URI of the folder that a file lies in, without a slash at its end. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? '' : uri.slice(0, slash);
}

/** The last part of a URI's path, decoded. */
export function nameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** The URI of a name within a folder, encoded as VS Code encodes it. */
export function join(folder: string, name: string): string {
  return `${folder}/${encoded(name)}`;
}

/**
 * One spelling for all the ways to encode a file's URI, to look files up by.
 * Clients differ in which characters they encode and in a drive letter's case.
 */
export function keyOf(uri: string): string {
  return uri
    .split('/')
    .map((part) => encoded(decoded(part).replace(/^[A-Z]:$/, (drive) => drive.toLowerCase())))
    .join('/');
}

/** Whether a file's URI lies below a folder's, with no part that could lead out of it. */
export function isBelow(uri: string, folder: string): boolean {
  const parts = uri.split('/').map(decoded);
  if (parts.some((part) => part === '..' || part === '.' || /[/\\\0]/.test(part))) return false;
  return keyOf(uri).startsWith(`${keyOf(folder)}/`);
}

/** A name as VS Code encodes it in a URI. */
export function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
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
