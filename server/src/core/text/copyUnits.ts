/** What is used of Node's `Buffer`, which other hosts do not have. */
interface Utf16Writer {
  from(memory: ArrayBufferLike): { write(text: string, encoding: 'utf16le'): number };
}

/** Whether this machine keeps the low byte of a number first, as `utf16le` does. */
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * What writes a text's UTF-16 units to the start of the array, which has room
 * for them: Node's own copy where it is there, twenty times as fast as reading
 * unit by unit from a slice of a longer text.
 */
export function copierInto(units: Uint16Array): (text: string) => void {
  const { Buffer } = globalThis as { Buffer?: Utf16Writer };
  if (Buffer !== undefined && isLittleEndian) {
    const bytes = Buffer.from(units.buffer);
    return (text) => void bytes.write(text, 'utf16le');
  }
  return (text) => copyUnits(text, units);
}

/** The same unit by unit. */
export function copyUnits(text: string, units: Uint16Array): void {
  const { length } = text;
  for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
}
