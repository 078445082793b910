/** Pieces that parsers stumble over. */
const HOSTILE = [
  '-1',
  '1.5',
  '1e999',
  '-0',
  'NaN',
  '9007199254740993',
  '99999999',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '"__proto__"',
  '"constructor"',
  '"../../x"',
  '"a\\\\b"',
  '"\\ud83d"',
  '"\\u0000"',
  '\ufeff',
  '\r\n',
  ',',
  ':',
  '"',
  '\\',
  '<<<<<<< a\n',
  '=======\n',
  '>>>>>>> b\n',
  '[[[[[[[[',
  '{"a":{"a":{"a":',
].map((piece) => new TextEncoder().encode(piece));

/** Damages bytes in one to eight places: flipped, dropped, doubled, cut off, or replaced by something hostile. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  let result = bytes;
  const times = 1 + Math.floor(random() * random() * 8);
  for (let i = 0; i < times; i++) result = once(result, random);
  return result;
}

function once(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (most: number): number => Math.floor(random() * most);
  const at = below(bytes.length + 1);
  const length = Math.min(bytes.length - at, 1 + below(random() < 0.8 ? 6 : 200));
  const [head, piece, tail] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  switch (below(7)) {
    case 0: {
      const flipped = Uint8Array.from(piece, (byte) => byte ^ (1 << below(8)));
      return joined(head, flipped, tail);
    }
    case 1:
      return joined(head, tail);
    case 2:
      return joined(head, piece, piece, tail);
    case 3:
      return random() < 0.1 ? head : joined(head, Uint8Array.of(below(256)), piece, tail);
    case 4:
      return withValue(bytes, HOSTILE[below(HOSTILE.length)], random);
    default:
      return joined(head, HOSTILE[below(HOSTILE.length)], random() < 0.5 ? piece : tail, tail);
  }
}

/** Puts something in the place of a value: of what stands between a colon and the next comma or bracket. */
function withValue(bytes: Uint8Array, value: Uint8Array, random: () => number): Uint8Array {
  const colon = bytes.indexOf(0x3a, Math.floor(random() * bytes.length));
  if (colon < 0) return joined(bytes, value);
  let end = colon + 1;
  while (end < bytes.length && !',]}\n'.includes(String.fromCharCode(bytes[end]))) end++;
  return joined(bytes.subarray(0, colon + 1), value, bytes.subarray(end));
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(pieces);
}
