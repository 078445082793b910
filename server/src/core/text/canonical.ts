/**
 * The canonical text, which every offset counts in: no byte-order mark, every
 * line end (CRLF or a lone CR) one LF. The very string where nothing changes.
 */
export function canonical(text: string): string {
  return lineFeeds(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

/** The text with every line end (CRLF or a lone CR) as one LF. The very string where nothing changes. */
export function lineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The text in these UTF-8 bytes, a byte-order mark kept; null where they are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
