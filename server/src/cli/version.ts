import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Glossator's version, as the package.json above the running script says. */
export function version(): string {
  let folder = dirname(realpathSync(process.argv[1]));
  for (;;) {
    const found = versionIn(join(folder, 'package.json'));
    if (found !== null) return found;
    const above = dirname(folder);
    if (above === folder) return 'unknown';
    folder = above;
  }
}

function versionIn(path: string): string | null {
  try {
    const manifest: { name?: unknown; version?: unknown } = JSON.parse(readFileSync(path, 'utf8'));
    return manifest.name === 'glossator' ? String(manifest.version) : null;
  } catch {
    return null;
  }
}
