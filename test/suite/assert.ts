/** What the suite needs of node:assert/strict, for the web worker host. */

export class AssertionError extends Error {
  override name = 'AssertionError';
}

/** @throws {AssertionError} unless `value` holds */
export function ok(value: unknown, message = 'expected a value'): asserts value {
  if (!value) throw new AssertionError(message);
}

/** @throws {AssertionError} unless both are the same */
export function equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (Object.is(actual, expected)) return;
  throw new AssertionError(
    `${message ?? 'not the same'}: ${show(actual)} is not ${show(expected)}`,
  );
}

/** @throws {AssertionError} unless both are the same as JSON */
export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (show(actual) === show(expected)) return;
  throw new AssertionError(
    `${message ?? 'not the same'}: ${show(actual)} is not ${show(expected)}`,
  );
}

/** @throws {AssertionError} unless the pattern is found */
export function match(actual: string, pattern: RegExp, message?: string): void {
  if (pattern.test(actual)) return;
  throw new AssertionError(`${message ?? 'no match'}: ${show(actual)} for ${pattern}`);
}

const show = (value: unknown) => JSON.stringify(value) ?? String(value);
