/**
 * Node 18 has the `crypto` that core draws random ids with, but not among its
 * globals. For the side effect.
 */
import { webcrypto } from 'node:crypto';

if (!('crypto' in globalThis)) Object.assign(globalThis, { crypto: webcrypto });
