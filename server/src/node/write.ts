import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeUtf8 } from '../core/text/canonical.ts';
import { randomId, temporaryOf, withLock } from './lock.ts';
import { codeOf, type FileFacts, type FileOperations, nodeOperations } from './operations.ts';

/** A file that cannot be read or written, and why, in one sentence. */
export class FileRefused extends Error {
  readonly path: string;

  constructor(path: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'FileRefused';
    this.path = path;
  }
}

/** A rename that Windows refuses because another program has the file open is tried so often, ... */
const RENAME_ATTEMPTS = 8;
/** ... with this pause before the second attempt, doubled for each further one (milliseconds; 1.3 s in all). */
const RENAME_PAUSE = 10;
/** So many times `updateFile` begins again when someone without the lock writes the file at the same moment. */
const UPDATE_ATTEMPTS = 50;
const LONGEST_LINK_CHAIN = 40;
const PASSING = new Set(['EPERM', 'EACCES', 'EBUSY', 'EXDEV']);

/**
 * Puts `content` in the file's place in one step: whoever reads the file, also
 * after a crash, finds the old content or the new one. The content goes to a
 * new file in the same folder, to the disk, and is then renamed; permissions
 * are kept, and of a symbolic link the target is replaced.
 * @throws {FileRefused} where the file cannot be written; it is then as it was.
 */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array,
  operations: FileOperations = nodeOperations,
): Promise<void> {
  await replaceFile(path, content, async () => true, operations);
}

/**
 * Changes a file's text: reads it, asks `change` for the new text and puts
 * that in place, unless someone else wrote the file in between; then it all
 * begins again with what they wrote. Processes that use this function wait
 * for each other.
 * @param change gets the text as it is, null where there is no such file, and
 *   answers the new text, or null to leave everything alone. May be called
 *   several times.
 * @returns the text that the file has, null where there is none.
 * @throws {FileRefused} where the file cannot be read or written, or is no UTF-8.
 */
export async function updateFile(
  path: string,
  change: (current: string | null) => string | null,
  operations: FileOperations = nodeOperations,
): Promise<string | null> {
  const target = await targetOf(path, operations);
  for (let attempt = 0; attempt < UPDATE_ATTEMPTS; attempt++) {
    const done = await withLock(
      target,
      async (lock) => {
        const current = await readText(target, path, operations);
        const text = change(current?.text ?? null);
        if (text === null || text === current?.text) return { text: current?.text ?? null };
        const still = async () =>
          (await lock.held()) && sameBytes(current?.bytes, await bytesOf(target, path, operations));
        return (await replaceFile(target, text, still, operations, lock.id)) ? { text } : null;
      },
      operations,
    ).catch((error) => refuse(path, error));
    if (done) return done.text;
  }
  throw new FileRefused(
    path,
    'Another program keeps writing this file. Try again when it is done.',
  );
}

/** Writes a new file and renames it to `path` if `still` says so just before; answers whether it did. */
async function replaceFile(
  path: string,
  content: string | Uint8Array,
  still: () => Promise<boolean>,
  operations: FileOperations,
  id = randomId(),
): Promise<boolean> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let temporary: string | undefined;
  try {
    const target = await targetOf(path, operations);
    const like = await checkWritable(target, operations);
    temporary = temporaryOf(target, id);
    await operations.create(temporary, bytes, { durable: true, like });
    if (!(await still())) return false;
    await renamePatiently(temporary, target, operations);
    temporary = undefined;
    await operations.syncFolder(dirname(target));
    return true;
  } catch (error) {
    return refuse(path, error);
  } finally {
    if (temporary !== undefined) await operations.unlink(temporary).catch(() => undefined);
  }
}

/** The file that a path means: links are followed, also where they lead to a file that is not there yet. */
async function targetOf(path: string, operations: FileOperations): Promise<string> {
  let target = path;
  for (let links = 0; links < LONGEST_LINK_CHAIN; links++) {
    try {
      return await operations.realpath(target);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') refuse(path, error);
    }
    const next = await operations.readlink(target).catch(() => null);
    if (next === null) return target;
    target = resolve(dirname(target), next);
  }
  throw new FileRefused(path, 'The symbolic link leads round in a circle.');
}

/** What is known of the file that is to be replaced, undefined where there is none; throws where it must not be. */
async function checkWritable(
  target: string,
  operations: FileOperations,
): Promise<FileFacts | undefined> {
  try {
    const facts = await operations.stat(target);
    if ((facts.mode & 0o222) === 0) {
      throw new FileRefused(target, 'The file is read-only. Allow writing to it and try again.');
    }
    await operations.writable(target);
    return facts;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function renamePatiently(
  from: string,
  to: string,
  operations: FileOperations,
): Promise<void> {
  for (let attempt = 1, pause = RENAME_PAUSE; ; attempt++, pause *= 2) {
    try {
      return await operations.rename(from, to);
    } catch (error) {
      if (attempt >= RENAME_ATTEMPTS || !PASSING.has(codeOf(error))) throw error;
      await sleep(pause);
    }
  }
}

async function bytesOf(
  target: string,
  path: string,
  operations: FileOperations,
): Promise<Uint8Array | undefined> {
  return operations.readFile(target).catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    return refuse(path, error);
  });
}

async function readText(
  target: string,
  path: string,
  operations: FileOperations,
): Promise<{ bytes: Uint8Array; text: string } | null> {
  const bytes = await bytesOf(target, path, operations);
  if (bytes === undefined) return null;
  const text = decodeUtf8(bytes);
  if (text === null) {
    throw new FileRefused(
      path,
      'The file is not UTF-8 text. Save it as UTF-8; nothing was written.',
    );
  }
  return { bytes, text };
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && Buffer.compare(a, b) === 0;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'There is no permission to write here.',
  EPERM: 'The system does not allow writing here.',
  EROFS: 'The file system is read-only.',
  ENOSPC: 'The disk is full; the file is as it was.',
  EFBIG: 'The file would be larger than the system allows; it is as it was.',
  EDQUOT: 'The disk quota is used up; the file is as it was.',
  EISDIR: 'This is a folder, not a file.',
  ENOTDIR: 'A part of the path is a file, not a folder.',
  ENOENT: 'There is no such folder.',
  ELOOP: 'The symbolic link leads round in a circle.',
  EBUSY: 'Another program keeps the file open; close it there and try again.',
  EMFILE: 'Too many files are open at once.',
  ENAMETOOLONG: 'The name is too long.',
};

/** Throws what the system says as a `FileRefused`, and any other error as it is. */
function refuse(path: string, error: unknown): never {
  const code = codeOf(error);
  if (!/^E[A-Z0-9]+$/.test(code)) throw error;
  throw new FileRefused(path, REASONS[code] ?? `The system answers ${code}.`, error);
}
