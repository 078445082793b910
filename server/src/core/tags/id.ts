const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Units of an id: 48 random bits, so that two branches of a million tags each hardly ever collide. */
const ID_LENGTH = 8;

/**
 * A random id of eight URL-safe characters for a tag or relation; the first is a letter or digit.
 * @param random gives at least eight random bytes
 */
export function newId(random: () => Uint8Array = randomBytes): string {
  const bytes = random();
  let id = '';
  for (let i = 0; i < ID_LENGTH; i++) id += alphabet[i === 0 ? bytes[i] % 62 : bytes[i] & 63];
  return id;
}

declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(ID_LENGTH));
}
