/**
 * Speed, memory, start and keystrokes: `npm run bench`, after `npm run build`
 * and `npm ci --prefix bench`. With names behind it, only those:
 * `npm run bench -- speed memory start keystroke`.
 */
import { measureKeystroke } from './keystroke.ts';
import { measureMemory } from './memory.ts';
import { report } from './report.ts';
import { measureStart } from './start.ts';

const parts = {
  speed: async () => (await import('./speed.ts')).measureSpeed(),
  memory: measureMemory,
  start: measureStart,
  keystroke: measureKeystroke,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `bench: there is no ${unknown.join(', ')}; parts are ${Object.keys(parts).join(', ')}`,
  );
  process.exit(2);
}
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(report(await measure()));
}
