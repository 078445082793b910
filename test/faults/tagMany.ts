/**
 * Run as a process of its own: `tagMany.ts TEXT LABEL COUNT` tags the first
 * word of a text so many times, each time as `glossator tag` does, and prints
 * the ids.
 */
import { run } from '../../server/src/cli/run.ts';

const [text, label, count] = process.argv.slice(2);
for (let i = 0; i < Number(count); i++) {
  const code = await run(['tag', text, label, '0', '3'], {
    cwd: process.cwd(),
    now: () => new Date(),
    stdin: async function* () {},
    write: async (id) => {
      process.stdout.write(id);
    },
    error: () => {},
  });
  if (code !== 0) process.exit(code);
}
