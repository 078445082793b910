import {
  access,
  constants,
  open,
  readFile,
  readlink,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';

/**
 * The calls of the file system that a durable write makes, in one record so
 * that tests can let any of them fail, or stop the write behind any of them.
 */
export interface FileOperations {
  /** Creates a file that must not exist yet, fills it and, if `durable`, waits until the disk has it. Where it fails nothing is left. */
  create(path: string, content: Uint8Array, how: CreateOptions): Promise<void>;
  readFile(path: string): Promise<Uint8Array>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  realpath(path: string): Promise<string>;
  readlink(path: string): Promise<string>;
  stat(path: string): Promise<FileFacts>;
  /** Rejects unless this process may write to the file. */
  writable(path: string): Promise<void>;
  /** Makes a rename in the folder last, where the platform can. */
  syncFolder(path: string): Promise<void>;
}

/** How `FileOperations.create` makes a file. */
export interface CreateOptions {
  readonly durable: boolean;
  /** Permission bits and owner to give the file; absent: what the process gives. */
  readonly like?: FileFacts;
}

/** Who may do what with a file. */
export interface FileFacts {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Node's own file system. */
export const nodeOperations: FileOperations = {
  async create(path, content, { durable, like }) {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(content);
      if (like) {
        await file.chown(like.uid, like.gid).catch(() => undefined);
        await file.chmod(like.mode & 0o7777);
      }
      if (durable) await file.sync();
    } catch (error) {
      await unlink(path).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
  },
  readFile: (path) => readFile(path),
  rename,
  unlink,
  realpath,
  readlink: (path) => readlink(path),
  stat,
  writable: (path) => access(path, constants.W_OK),
  async syncFolder(path) {
    const folder = await open(path, 'r').catch(() => null);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  },
};

/** The system's code of an error (`ENOENT`), or the empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
