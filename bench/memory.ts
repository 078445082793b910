/**
 * What is kept of a text beyond its string. Run by itself it measures one
 * text of so many units and prints bytes; needs `--expose-gc`.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figure } from './report.ts';
import { analyse } from './tasks.ts';
import { seedLikeText } from './text.ts';

const self = fileURLToPath(import.meta.url);

export function measureMemory(): Figure[] {
  return [1, 10].map((megabytes) => {
    const printed = execFileSync(process.execPath, ['--expose-gc', self, `${megabytes}`]);
    const value = Number(printed) / (megabytes * 1_000_000);
    return { what: `kept of ${megabytes} MB of text, for each MB`, value, unit: 'MB', atMost: 4 };
  });
}

function used(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

if (process.argv[1] === self) {
  // What is built and compiled once for all texts does not count.
  analyse(seedLikeText(1_000_000, 2));
  const text = seedLikeText(Number(process.argv[2]) * 1_000_000);
  const flat = Buffer.from(text).toString();
  const before = used();
  const kept = analyse(flat);
  const after = used();
  console.log(after - before);
  if (kept.length !== flat.length) throw new Error('The text got lost.');
}
