import type { CommandResult, TagsResult } from '../../../server/src/protocol.ts';
import { ROOT, rangeOf, type TestClient } from './harness.ts';

/** Runs a command of the server with its one argument. */
export function execute(
  client: TestClient,
  command: string,
  argument: unknown,
): Promise<CommandResult> {
  return client.request('workspace/executeCommand', { command, arguments: [argument] });
}

/** Tags the first (or `nth`) occurrence of some words in a text as the person sees it. */
export function tagWords(
  client: TestClient,
  name: string,
  words: string,
  label: string,
  { nth = 1, ...more }: { nth?: number; layer?: string; exact?: boolean; by?: string } = {},
): Promise<CommandResult> {
  const range = rangeOf(client.content(name) ?? '', words, nth);
  return execute(client, 'glossator.tag', { uri: `${ROOT}/${name}`, range, label, ...more });
}

/** The tags of an open text as they lie in it now. */
export async function tagsIn(client: TestClient, name: string): Promise<TagsResult['tags']> {
  const textDocument = { uri: `${ROOT}/${name}` };
  return (await client.request<TagsResult>('glossator/tags', { textDocument })).tags;
}

/** Each tag as `label:text where it lies now`, a lost one as `label:lost QUOTE`. */
export async function shownTags(client: TestClient, name: string): Promise<string[]> {
  const lines = (client.content(name) ?? '').split(/\r\n?|\n/);
  return (await tagsIn(client, name)).map(({ label, range: { start, end }, status, quote }) => {
    if (status === 'lost') return `${label}:lost ${quote}`;
    const text =
      start.line === end.line
        ? lines[start.line].slice(start.character, end.character)
        : [
            lines[start.line].slice(start.character),
            ...lines.slice(start.line + 1, end.line),
            lines[end.line].slice(0, end.character),
          ].join('\n');
    return `${label}:${text}${status === 'exact' ? '' : ` (${status})`}`;
  });
}

/** A sidecar as the person sees it, parsed. */
export function sidecarOf(client: TestClient, name: string) {
  return JSON.parse(client.content(name) ?? 'null');
}
