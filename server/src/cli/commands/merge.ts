import { dirname, join, resolve } from 'node:path';
import { basename } from 'node:path/posix';
import { canBeMerged, mergeSidecars } from '../../core/corpus/merge.ts';
import { parseConflicted } from '../../core/tags/conflictMarkers.ts';
import type { Conflict } from '../../core/tags/conflicts.ts';
import { sidecarOf } from '../../core/tags/files.ts';
import { fingerprintOf } from '../../core/tags/fingerprint.ts';
import type { Relation, Sidecar, Tag } from '../../core/tags/model.ts';
import { conflictMarker, serialiseSidecar } from '../../core/tags/sidecar.ts';
import { FileRefused, updateFile, writeFileAtomic } from '../../node/write.ts';
import { type Command, Exit, expectOperands, report, textOf } from '../command.ts';
import { installDrivers, mergeLines } from '../git.ts';
import type { Io } from '../io.ts';
import { firstProblem, readableSidecar } from '../sidecars.ts';
import { readText } from '../texts.ts';

/** Merges sidecars: as git's merge driver, or one that git left conflict markers in. */
export const merge: Command = {
  name: 'merge',
  usage: 'BASE OURS THEIRS | FILE',
  about:
    'Merge two versions of a sidecar that grew out of BASE, tag by tag, and write the result to OURS;\nor the two sides of a FILE with conflict markers. The exit code is 1 where the sides disagree: both\nversions are then in the file, and check lists them. With --install: have git do so.',
  options: {
    path: {
      type: 'string',
      value: 'NAME',
      about: 'Where the sidecar belongs (git’s %P), to find its text.',
    },
    install: {
      type: 'boolean',
      about: 'Make this git repository merge and compare sidecars with Glossator.',
    },
    via: {
      type: 'string',
      value: 'FILE',
      about: 'With --install: the shell script that git starts, which starts this program.',
    },
  },
  async run(operands, values, io) {
    if (values.install === true) {
      expectOperands(operands, 'no file', 0, 0);
      const via = textOf(values, 'via');
      const program = via
        ? ['sh', resolve(io.cwd, via)]
        : [process.execPath, resolve(process.argv[1])];
      const attributes = await installDrivers(io.cwd, program);
      await io.write(`${attributes} names the drivers; commit it. Run this once in every clone.\n`);
      return Exit.done;
    }
    if (operands.length === 1) return mergeMarked(operands[0], io);
    expectOperands(operands, 'BASE OURS THEIRS, or one FILE with conflict markers', 3, 3);
    return mergeVersions(operands, textOf(values, 'path') ?? operands[1], io);
  },
};

/** Merges three files into the second one. */
async function mergeVersions(operands: readonly string[], name: string, io: Io): Promise<number> {
  const [baseFile, oursFile, theirsFile] = operands.map((file) => resolve(io.cwd, file));
  const base = await readText(baseFile, operands[0]);
  const ours = await readText(oursFile, operands[1]);
  const theirs = await readText(theirsFile, operands[2]);
  let sides: { base: Sidecar | null; ours: Sidecar; theirs: Sidecar };
  try {
    sides = {
      base: base.trim() === '' ? null : readableSidecar(base, `${name}, the common base`),
      ours: readableSidecar(ours, `${name}, our side`),
      theirs: readableSidecar(theirs, `${name}, their side`),
    };
  } catch (error) {
    report(io, error);
    const clean = await mergeLines(baseFile, oursFile, theirsFile);
    io.error(`glossator: ${name}: It was merged line by line instead; look it through.`);
    return clean ? Exit.findings : Exit.failed;
  }
  const text = await textOfSidecar(resolve(io.cwd, name));
  const known =
    text !== undefined && canBeMerged(fingerprintOf(text), sides.base, sides.ours, sides.theirs);
  const merged = mergeSidecars(sides.base, sides.ours, sides.theirs, known ? text : undefined);
  await writeFileAtomic(oursFile, serialiseSidecar(merged.value));
  return told(merged.conflicts, name, io);
}

/** Merges the two sides of a sidecar that git left conflict markers in. */
async function mergeMarked(file: string, io: Io): Promise<number> {
  const path = resolve(io.cwd, file);
  await readText(path, file);
  const text = await textOfSidecar(path);
  let conflicts: readonly Conflict[] = [];
  await updateFile(path, (source) => {
    const { value, problems } = parseConflicted(source ?? '');
    if (!value && problems.length > 0) throw firstProblem(source ?? '', file, problems);
    if (!value) throw new FileRefused(file, 'There are no conflict markers in it.');
    const merged = mergeSidecars(value.base, value.ours, value.theirs, text);
    conflicts = merged.conflicts;
    return serialiseSidecar(merged.value);
  });
  return told(conflicts, file, io);
}

/** Says what the sides disagree on, and answers the exit code. */
function told(conflicts: readonly Conflict[], name: string, io: Io): number {
  for (const conflict of conflicts) io.error(`glossator: ${name}: ${describe(conflict)}`);
  return conflicts.length > 0 ? Exit.findings : Exit.done;
}

/** The canonical text that lies beside a sidecar; undefined where there is none, or none that is whole. */
async function textOfSidecar(path: string): Promise<string | undefined> {
  const names = sidecarOf(basename(path.replaceAll('\\', '/')));
  if (!names) return undefined;
  const text = await readText(join(dirname(path), names.text)).catch(() => undefined);
  return text === undefined || conflictMarker.test(text) ? undefined : text;
}

function describe(conflict: Conflict): string {
  if (conflict.kind === 'field') {
    const values = conflict.versions.map((value) => JSON.stringify(value)).join(' or ');
    return `the sides disagree on “${conflict.key}”: ${values}.`;
  }
  const versions: readonly (Tag | Relation | null)[] = conflict.versions;
  const shown = versions.map((version) => {
    if (!version) return 'removed';
    return 'quote' in version ? `${version.label} “${version.quote}”` : version.label;
  });
  return `the sides disagree on ${conflict.kind} ${conflict.id}: ${shown.join(' or ')}.`;
}
