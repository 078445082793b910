/**
 * Run as a process of its own: `tagMany.ts TEXT LABEL COUNT [SHARE]` tags the
 * first word of a text so many times, each time as `glossator tag` does, and
 * prints the ids. Of the files that are made meanwhile, a share (0 to 1) finds
 * the disk full. Ends with the first command line that is refused, unless the
 * disk is full now and then or it is a person's hand that forbids writing.
 */
import { run } from '../../server/src/cli/run.ts';
import { nodeOperations } from '../../server/src/node/operations.ts';

const [text, label, count, share = '0'] = process.argv.slice(2);
const { create } = nodeOperations;
nodeOperations.create = async (path, content, how) => {
  if (Math.random() >= Number(share)) return create(path, content, how);
  throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
};
const passing = /The disk is full|read-only/;
for (let i = 0; i < Number(count); i++) {
  let said = '';
  const code = await run(['tag', text, label, '0', '3'], {
    cwd: process.cwd(),
    now: () => new Date(),
    stdin: async function* () {},
    write: async (id) => {
      process.stdout.write(id);
    },
    error: (line) => {
      said += line;
    },
  });
  if (code !== 0 && !passing.test(said)) process.exit(code);
}
