import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { TextFingerprint } from './model.ts';

/** The fingerprint of a canonical text: SHA-256 of its UTF-8 bytes and its length in UTF-16 units. */
export function fingerprintOf(text: string): TextFingerprint {
  return { sha256: bytesToHex(sha256(utf8ToBytes(text))), length: text.length };
}
