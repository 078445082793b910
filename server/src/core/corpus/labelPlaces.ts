import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Span } from '../span.ts';

/** Where a label is defined in the source of a `glossator.json` (its name, without the quotes), or null. */
export function labelPlace(source: string, name: string): Span | null {
  const root = parseTree(source);
  const labels = root && findNodeAtLocation(root, ['labels']);
  for (const label of labels?.children ?? []) {
    const node = findNodeAtLocation(label, ['name']);
    if (node?.value === name) return { start: node.offset + 1, end: node.offset + node.length - 1 };
  }
  return null;
}
