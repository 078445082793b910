/**
 * What core takes of `@noble/hashes`, by way of Node, which has it already:
 * the programs under Node are built with this in the package's place.
 */
import { createHash } from 'node:crypto';

/** The SHA-256 of bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** Bytes in lower-case hexadecimal. */
export function bytesToHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

/** A text's UTF-8 bytes. A lone surrogate counts as U+FFFD. */
export function utf8ToBytes(text: string): Uint8Array {
  return Buffer.from(text);
}
