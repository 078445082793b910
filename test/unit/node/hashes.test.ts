import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import * as node from '../../../server/src/node/hashes.ts';

it('Node’s hash of the bytes of “abc” is the one of FIPS 180-4', () => {
  assert.equal(
    node.bytesToHex(node.sha256(node.utf8ToBytes('abc'))),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('Node’s bytes, hash and hexadecimal are those of the package, also of lone surrogates', () => {
  const text = fc
    .string({ unit: 'binary' })
    .chain((whole) => fc.nat(whole.length).map((n) => whole.slice(n)));
  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom('', '\ud83d', 'a\ude00b', '😀õ')), (written) => {
      const bytes = utf8ToBytes(written);
      assert.deepEqual(new Uint8Array(node.utf8ToBytes(written)), bytes);
      assert.deepEqual(new Uint8Array(node.sha256(bytes)), sha256(bytes));
      assert.equal(node.bytesToHex(bytes.subarray(1)), bytesToHex(bytes.subarray(1)));
    }),
  );
});
