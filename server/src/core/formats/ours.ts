import { configurationKeys } from '../corpus/parseConfiguration.ts';
import { CONFIGURATION_FILE, REGISTRY_FILE, sidecarOf } from '../tags/files.ts';
import { isRecord } from '../tags/read.ts';
import type { FormatFile } from './format.ts';
import { parseJson } from './parseJson.ts';

/**
 * Whether a corpus keeps something of its own under a file name: sidecars,
 * tagset, entities. Some systems do not tell capitals from small letters.
 */
export function isOwnName(path: string): boolean {
  const name = nameOf(path);
  return name === CONFIGURATION_FILE || name === REGISTRY_FILE || sidecarOf(name) !== null;
}

/**
 * Whether it is a file of the corpus itself, which a folder may hold beside
 * what is read. A tagset or registry is known by what it holds, too: another
 * program may have called a file so that is about a text `entities.txt`.
 */
export function isOurs({ path, content }: FormatFile): boolean {
  if (!isOwnName(path)) return false;
  const name = nameOf(path);
  if (name !== CONFIGURATION_FILE && name !== REGISTRY_FILE) return true;
  const parsed = parseJson(content.replace(/^\ufeff/, ''));
  const value = 'value' in parsed ? parsed.value : undefined;
  if (!isRecord(value) || value.text !== undefined) return false;
  if (name === REGISTRY_FILE) return Array.isArray(value.entities);
  const keys = Object.keys(value);
  return keys.length === 0 || configurationKeys.some((key) => keys.includes(key));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
