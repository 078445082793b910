import { createRequire } from 'node:module';

const bench = createRequire(new URL('../bench/package.json', import.meta.url));

/** How the peers get installed, for whoever misses one. */
export const howToInstall = 'npm ci --prefix bench';

const missing = new Set<string>();

/**
 * A package that `bench/package.json` names, as `require` gives it; undefined
 * where it is not installed. `T` says what the caller uses of it.
 */
export function peer<T>(name: string): T | undefined {
  try {
    return bench(name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND'))
      throw error;
    missing.add(name);
    return undefined;
  }
}

/** The peers that were asked for and are not installed. */
export function missingPeers(): readonly string[] {
  return [...missing];
}
