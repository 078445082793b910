/**
 * Tokens and sentences against the bare scan S of the same text, in one
 * process: `node bench/tokens.ts`. Prints times and ratios at 1 and 10 MB,
 * whole and chunk by chunk, and the growth from 1 to 10 MB.
 */
import { en } from '../server/src/core/languages/en.ts';
import { chunkEnd } from '../server/src/core/text/chunks.ts';
import { layOut } from '../server/src/core/text/layout.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';
import { bareScan, timesOf } from './reference.ts';
import { seedLikeText } from './text.ts';

function chunkwise(text: string): void {
  for (let from = 0; from < text.length; ) {
    const end = chunkEnd(text, from);
    const chunk = text.slice(from, end);
    layOut(chunk, tokenise(chunk, en), en);
    from = end;
  }
}

const tasks: Record<string, (text: string) => void> = {
  'S (bare scan)': bareScan,
  tokens: (text) => void tokenise(text, en),
  'tokens + sentences': (text) => void layOut(text, tokenise(text, en), en),
  'tokens + sentences by chunks': chunkwise,
};

const [small, large] = [
  [1_000_000, 30],
  [10_000_000, 10],
].map(([size, rounds]) => {
  const text = seedLikeText(size);
  const runs = Object.values(tasks).map((task) => () => task(text));
  return timesOf(runs, rounds);
});
for (const [index, name] of Object.keys(tasks).entries()) {
  const ratio = (times: readonly number[]): string => (times[index] / times[0]).toFixed(2);
  console.log(
    `${name.padEnd(30)} 1 MB ${small[index].toFixed(2)} ms = ${ratio(small)} S   ` +
      `10 MB ${large[index].toFixed(1)} ms = ${ratio(large)} S   ` +
      `growth ${(large[index] / small[index]).toFixed(1)}×`,
  );
}
