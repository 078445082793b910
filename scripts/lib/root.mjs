/** Where the checkout lies. Runs on a bare Node 18. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * @param {...string} parts path inside the checkout
 * @returns {string} the absolute path
 */
export const inRoot = (...parts) => join(root, ...parts);

/** Cache folder that git ignores: the embedded VS Code, bundled suites, runs. */
export const cacheFolder = inRoot('.vscode-test');
