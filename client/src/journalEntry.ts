/** What is kept of a file while it is saved. */
export interface Entry {
  readonly uri: string;
  /** What was to be saved. */
  readonly text: string;
}

const lineFeed = 10;

/** The bytes of an entry: a line that says what it is about and how long the text is in bytes, then the text. */
export function madeOf({ uri, text }: Entry): Uint8Array {
  const content = new TextEncoder().encode(text);
  const head = JSON.stringify({ uri, bytes: content.length });
  const start = new TextEncoder().encode(`${head}\n`);
  const bytes = new Uint8Array(start.length + content.length);
  bytes.set(start);
  bytes.set(content, start.length);
  return bytes;
}

/** Reads an entry; null where it is not whole, and then the save that it is about had not begun. */
export function asEntry(bytes: Uint8Array): Entry | null {
  const end = bytes.indexOf(lineFeed);
  const content = bytes.subarray(end + 1);
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    if (head.bytes !== content.length || text.includes('\0')) return null;
    return { uri: String(head.uri), text };
  } catch {
    return null;
  }
}

/**
 * What a file holds of what it was to be saved as: all of it (`saved`), a part
 * from its start on, which may be nothing (`torn`), or something else (`other`).
 * @param bytes of the file; null where it cannot be read
 */
export function fateOf({ text }: Entry, bytes: Uint8Array | null): 'saved' | 'torn' | 'other' {
  if (!bytes) return 'other';
  const wanted = new TextEncoder().encode(text);
  const found = written(bytes);
  if (found.length > wanted.length) return 'other';
  if (!found.every((byte, at) => byte === wanted[at])) return 'other';
  return found.length === wanted.length ? 'saved' : 'torn';
}

/** The bytes without a byte-order mark, and without the zeros that a power cut leaves where the end should be. */
function written(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(marked ? 3 : 0, end);
}
