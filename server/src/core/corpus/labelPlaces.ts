import type { Span } from '../span.ts';
import { MOST_DEPTH } from '../tags/json.ts';
import { type JsonNode, readTree } from './readTree.ts';

/** Where a label is defined in the source of a `glossator.json` (its name, without the quotes), or null. */
export function labelPlace(source: string, name: string): Span | null {
  const { root } = readTree(source, MOST_DEPTH);
  for (const label of member(root, 'labels')?.children ?? []) {
    const node = member(label, 'name');
    if (node?.value === name) return { start: node.offset + 1, end: node.offset + node.length - 1 };
  }
  return null;
}

function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.entries?.find(([{ value }]) => value === key)?.[1];
}
