/** Run as a process of its own: `appendLines.ts FILE NAME COUNT` adds COUNT lines, each with one `updateFile`. */
import { updateFile } from '../../../server/src/node/write.ts';

const [file, name, count] = process.argv.slice(2);
for (let i = 0; i < Number(count); i++) {
  await updateFile(file, (text) => `${text ?? ''}${name} ${i}\n`);
}
