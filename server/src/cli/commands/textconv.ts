import { resolve } from 'node:path';
import { parseSidecar } from '../../core/tags/sidecar.ts';
import { type Command, Exit, expectOperands } from '../command.ts';
import { Output } from '../io.ts';
import { sidecarText } from '../tagText.ts';
import { readText } from '../texts.ts';

/** Prints a sidecar as lines for `git diff`. */
export const textconv: Command = {
  name: 'textconv',
  usage: 'FILE',
  about:
    'Print a sidecar as lines, a tag a line and without offsets, which is how git diff shows it. One\nthat cannot be read is printed as it is.',
  options: {},
  async run(operands, _values, io) {
    expectOperands(operands, 'FILE', 1, 1);
    const source = await readText(resolve(io.cwd, operands[0]), operands[0]);
    const { value } = parseSidecar(source);
    const output = new Output(io);
    for (const line of value ? sidecarText(value) : [source]) await output.add(line);
    await output.end();
    return Exit.done;
  },
};
