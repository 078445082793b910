import { resolve } from 'node:path';
import { type Command, Exit, expectOperands } from '../command.ts';
import { type Io, Output } from '../io.ts';
import { readableSidecar } from '../sidecars.ts';
import { differences, sidecarText } from '../tagText.ts';
import { readText } from '../texts.ts';

/** Compares two sidecars tag by tag. */
export const diff: Command = {
  name: 'diff',
  usage: 'A B',
  about:
    'Compare two sidecars tag by tag. The exit code is 0 where they say the same, 1 where they\ndiffer. With --textconv: print one sidecar as lines, which is how git diff shows it.',
  options: {
    textconv: { type: 'boolean', about: 'Print the one sidecar given, a line a tag.' },
  },
  async run(operands, values, io) {
    if (values.textconv === true) {
      expectOperands(operands, 'FILE', 1, 1);
      await print(sidecarText(await sidecarAt(operands[0], io)), io);
      return Exit.done;
    }
    expectOperands(operands, 'A B', 2, 2);
    const [before, after] = await Promise.all(operands.map((file) => sidecarAt(file, io)));
    const count = await print(differences(before, after), io);
    return count > 0 ? Exit.findings : Exit.done;
  },
};

async function sidecarAt(file: string, io: Io) {
  return readableSidecar(await readText(resolve(io.cwd, file), file), file);
}

/** Prints lines, and answers how many. */
async function print(lines: Iterable<string>, io: Io): Promise<number> {
  const output = new Output(io);
  let count = 0;
  for (const line of lines) {
    await output.add(line);
    count++;
  }
  await output.end();
  return count;
}
