import { readdirSync, readFileSync } from 'node:fs';

const seeds = new URL('../samples/seeds/', import.meta.url);

/** A linear congruential generator (Numerical Recipes' constants): numbers below `bound`. */
function generator(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * bound);
  };
}

function seedParagraphs(): string[] {
  const files = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
  const texts = files.sort().map((name) => readFileSync(new URL(name, seeds), 'utf8'));
  return texts
    .flatMap((text) => text.split(/\n\s*\n/))
    .filter((paragraph) => paragraph.trim() !== '');
}

/** The paragraph with other digits, and with vowels of some words turned into others. */
function mutated(paragraph: string, below: (bound: number) => number): string {
  return paragraph
    .replace(/\d/g, (digit) => (digit === '0' ? digit : String(1 + below(9))))
    .replace(/\p{L}{4,}/gu, (word) => {
      if (below(8) > 0) return word;
      const at = 1 + below(word.length - 1);
      return /[aeiou]/.test(word[at])
        ? word.slice(0, at) + 'aeiou'[below(5)] + word.slice(at + 1)
        : word;
    });
}

/**
 * A text of exactly `size` UTF-16 units made of the sample texts' paragraphs,
 * shuffled and mutated; the same for the same seed.
 */
export function seedLikeText(size: number, seed = 1): string {
  const below = generator(seed);
  const paragraphs = seedParagraphs();
  const parts: string[] = [];
  for (let length = 0; length < size; ) {
    const part = `${mutated(paragraphs[below(paragraphs.length)], below)}\n\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('').slice(0, size);
}
