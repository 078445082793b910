/** A message of the language server protocol as it goes over the line. */
export function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** The length in bytes of the header and the body of the message that a buffer starts with; null where it is not whole yet. */
export function lengthOf(buffer: Buffer): { header: number; body: number } | null {
  const end = buffer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const body = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, end))?.[1]);
  return buffer.length >= end + 4 + body ? { header: end + 4, body } : null;
}
