import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Format, FormatFile } from '../core/formats/format.ts';
import { type Loss, lossText } from '../core/formats/losses.ts';
import { isOwnName } from '../core/formats/ours.ts';
import { didYouMean } from '../core/nearest.ts';
import type { Sidecar } from '../core/tags/model.ts';
import { codeOf } from '../node/operations.ts';
import { FileRefused, updateFile } from '../node/write.ts';
import { type Failures, textOf, UsageError, type Values } from './command.ts';
import type { Io } from './io.ts';

/** The format that an option names, among those that will do. */
export function formatNamed(values: Values, option: string, formats: readonly Format[]): Format {
  const name = textOf(values, option);
  if (name === undefined) {
    throw new UsageError(`Give --${option} FORMAT: ${formats.map(({ id }) => id).join(', ')}.`);
  }
  const found = formats.find(({ id }) => id === name);
  if (found) return found;
  const ids = formats.map(({ id }) => id);
  throw new UsageError(
    `--${option} must be one of ${ids.join(', ')}, not “${name}”.${didYouMean(name, ids)}`,
  );
}

/** The formats for the help, a line each. */
export function listed(formats: readonly Format[]): string {
  const width = Math.max(...formats.map(({ id }) => id.length));
  return formats.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}`).join('\n');
}

/** Says what did not go from one format into the other, a line a text. */
export function reportLosses(losses: readonly Loss[], what: string, io: Io): void {
  const files = new Map<string, Loss[]>();
  for (const loss of losses) files.set(loss.file, [...(files.get(loss.file) ?? []), loss]);
  for (const [file, lost] of files) io.error(`glossator: ${file}: ${what}: ${lossText(lost)}`);
}

/** One line a text, with what went through. */
export function textLine(file: string, { tags, relations }: Sidecar): string {
  const related = relations.length > 0 ? `, ${counted(relations.length, 'relation')}` : '';
  return `${file}: ${counted(tags.length, 'tag')}${related}\n`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/**
 * Writes files below a folder, which is made where it is missing. A file that
 * is there and says something else is refused and reported, unless `force`
 * lets it be written over. Never written is what a corpus keeps of its own, as
 * a text called `entities.txt` would have it, and a second file of one name.
 * @returns the paths that were refused
 */
export async function writeInto(
  folder: string,
  files: readonly FormatFile[],
  force: boolean,
  failures: Failures,
): Promise<ReadonlySet<string>> {
  const written = new Set<string>();
  const refused = new Set<string>();
  for (const { path, content } of files) {
    const done = await failures.guard(async () => {
      if (isOwnName(path)) {
        throw new FileRefused(
          path,
          'A corpus keeps labels, entities or tags in a file of this name; rename the text first.',
        );
      }
      if (written.has(path)) {
        throw new FileRefused(path, 'Two texts make this file; it holds the first, so rename one.');
      }
      written.add(path);
      await writeOne(join(folder, path), (current) => {
        if (current !== null && current !== content && !force) {
          throw new FileRefused(
            path,
            `Something else is there already in ${folder}; give another folder, or --force.`,
          );
        }
        return content;
      });
      return true;
    });
    if (!done) refused.add(path);
  }
  return refused;
}

/** Changes a file as `updateFile` does, in a folder that is made where it is missing. */
export async function writeOne(
  path: string,
  change: (current: string | null) => string | null,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch((error) => {
    throw new FileRefused(dirname(path), `The folder cannot be made (${codeOf(error)}).`, error);
  });
  await updateFile(path, change);
}
