/**
 * A registry of 100,000 aliases: `node --expose-gc bench/gazetteer.ts`. Prints
 * how long the gazetteer takes to build, the heap it keeps beyond its aliases'
 * strings, and what looking for its aliases adds to the analysis of 1 and 10 MB
 * of text, in bare scans S of the same text.
 */
import { buildGazetteer } from '../server/src/core/corpus/gazetteer.ts';
import type { Entity } from '../server/src/core/corpus/registry.ts';
import { en } from '../server/src/core/languages/en.ts';
import { readRegistry } from '../server/src/core/recognise/entities/registry.ts';
import type { Passage } from '../server/src/core/recognise/passage.ts';
import { chunkEnd } from '../server/src/core/text/chunks.ts';
import { layOut } from '../server/src/core/text/layout.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';
import { bareScan, timesOf } from './reference.ts';
import { seedLikeText } from './text.ts';

const syllables = 'ba ko ri ta me lo shu vi dar nes gol pin ar sti um ed'.split(' ');

/** A name of two or three words, another one for each number. */
function name(number: number): string {
  const words: string[] = [];
  for (let rest = number + 4096; rest > 0; rest = Math.floor(rest / 4096)) {
    const word = [rest & 15, (rest >> 4) & 15, (rest >> 8) & 15]
      .map((at) => syllables[at])
      .join('');
    words.push(word[0].toUpperCase() + word.slice(1));
  }
  return words.join(' ');
}

/** Entities with 100,000 names and aliases, some of which the sample texts hold. */
function registry(): Entity[] {
  const entities = ['Vladimir Putin', 'Islamic State', 'Syria', 'Russia', 'UN'].map(
    (known, at): Entity => ({ id: `known-${at}`, type: 'MISC', name: known, aliases: [] }),
  );
  for (let number = 0; number < 99_995; number += 2) {
    const aliases = number + 1 < 99_995 ? [name(number + 1)] : [];
    entities.push({ id: `made-${number}`, type: 'PER', name: name(number), aliases });
  }
  return entities;
}

function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  for (let from = 0; from < text.length; ) {
    const end = chunkEnd(text, from);
    const chunk = text.slice(from, end);
    const tokens = tokenise(chunk, en);
    passages.push({ text: chunk, tokens, layout: layOut(chunk, tokens, en), language: en });
    from = end;
  }
  return passages;
}

/** Bytes of heap and typed arrays in use after a collection; 0 without `--expose-gc`. */
function kept(): number {
  const collect: unknown = Reflect.get(globalThis, 'gc');
  if (typeof collect !== 'function') return 0;
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const entities = registry();
const before = kept();
const gazetteer = buildGazetteer(entities, en);
const after = kept();
const [build] = timesOf([() => void buildGazetteer(entities, en)], 9);
console.log(`${gazetteer.size} aliases: built in ${build.toFixed(0)} ms`);
console.log(
  before === 0
    ? 'heap: run with --expose-gc'
    : `heap: ${((after - before) / 1e6).toFixed(1)} MB beside the registry itself`,
);
for (const size of [1_000_000, 10_000_000]) {
  const text = seedLikeText(size);
  const passages = passagesOf(text);
  let found = 0;
  const [scan, search] = timesOf(
    [
      () => void bareScan(text),
      () => {
        found = 0;
        for (const passage of passages) found += readRegistry(passage, gazetteer).length;
      },
    ],
    size > 1e6 ? 10 : 30,
  );
  console.log(
    `${size / 1e6} MB: S ${scan.toFixed(1)} ms, ${found} matches in ${search.toFixed(1)} ms = ${(search / scan).toFixed(2)} S`,
  );
}
