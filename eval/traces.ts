/**
 * Tags under the keystrokes of real writing, through the real server over
 * stdio: `node eval/traces.ts DATA_FOLDER`. Each text is opened as it was at
 * some moment, tagged, and the rest of its keystrokes is replayed; where each
 * tag lies then is compared with where its very characters are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Range } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { StdioServer } from './stdioServer.ts';

/** One recorded document: transactions of patches `[offset, deleted, inserted]` in UTF-16 units. */
interface Trace {
  readonly startContent: string;
  readonly txns: readonly { readonly patches: readonly (readonly [number, number, string])[] }[];
}

/** One span to tag behind transaction `at`, and where it must be at the end; null where it was deleted. */
interface Mark {
  readonly trace: string;
  readonly at: number;
  readonly mark: readonly [number, number];
  readonly quote: string;
  readonly expected: readonly [number, number] | null;
  readonly cls: string;
}

/** How many marks of one class are where they must be. */
export interface TraceRow {
  readonly set: string;
  readonly marks: number;
  readonly right: number;
  /** What is not right, one line a mark. */
  readonly wrong: readonly string[];
}

/** Replays every trace of the data folder; no rows where it has none. */
export async function evaluateTraces(dataFolder: string): Promise<TraceRow[]> {
  const folder = join(dataFolder, 'reanchor/traces');
  const list = join(folder, 'marks.jsonl');
  if (!existsSync(list)) return [];
  const marks = readFileSync(list, 'utf8').trim().split('\n').map(parseMark);
  const runs = new Map<string, Mark[]>();
  for (const mark of marks) {
    const key = `${mark.trace}\n${mark.at}`;
    runs.set(key, [...(runs.get(key) ?? []), mark]);
  }
  const rows = new Map<string, { marks: number; right: number; wrong: string[] }>();
  for (const run of runs.values()) {
    const [{ trace: name, at }] = run;
    const trace: Trace = JSON.parse(
      gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString('utf8'),
    );
    const ends = await replay(trace, at, run);
    for (const [i, mark] of run.entries()) {
      const key = `traces/${name} ${mark.cls}`;
      const row = rows.get(key) ?? { marks: 0, right: 0, wrong: [] };
      rows.set(key, row);
      row.marks++;
      if (String(ends[i]) === String(mark.expected)) row.right++;
      else row.wrong.push(`“${mark.quote}” at ${at}: ${ends[i]} instead of ${mark.expected}`);
    }
  }
  return [...rows].map(([set, row]) => ({ set, ...row }));
}

function parseMark(line: string): Mark {
  return JSON.parse(line) as Mark;
}

/** Where the marks lie at the end, in their order; null for lost ones. */
async function replay(
  { startContent, txns }: Trace,
  at: number,
  marks: readonly Mark[],
): Promise<(readonly [number, number] | null)[]> {
  let text = startContent;
  for (const { patches } of txns.slice(0, at)) text = patches.reduce(patched, text);
  const server = new StdioServer();
  try {
    await server.start();
    const uri = await server.open('trace.txt', text);
    const document = TextDocument.create(uri, 'plaintext', 1, text);
    const ids: string[] = [];
    for (const [i, { mark, quote }] of marks.entries()) {
      if (text.slice(...mark) !== quote) throw new Error(`the trace has no “${quote}” at ${mark}`);
      // Some marks stand twice; the same tag is made once only.
      const argument = { uri, range: rangeIn(document, mark), label: `X${i}`, exact: true };
      const params = { command: 'glossator.tag', arguments: [argument] };
      const result = await server.request<{ ids: string[] }>('workspace/executeCommand', params);
      ids.push(...result.ids);
    }
    let version = 1;
    for (const { patches } of txns.slice(at)) {
      const contentChanges = patches.map(([offset, deleted, inserted]) => {
        const range = rangeIn(document, [offset, offset + deleted]);
        TextDocument.update(document, [{ range, text: inserted }], ++version);
        return { range, text: inserted };
      });
      const textDocument = { uri, version };
      await server.notify('textDocument/didChange', { textDocument, contentChanges });
    }
    const { tags } = await server.request<{
      tags: { id: string; range: Range; status: string }[];
    }>('glossator/tags', { textDocument: { uri } });
    const found = new Map(tags.map((tag) => [tag.id, tag]));
    return ids.map((id) => {
      const tag = found.get(id);
      if (!tag || tag.status === 'lost') return null;
      return [document.offsetAt(tag.range.start), document.offsetAt(tag.range.end)];
    });
  } finally {
    server.stop();
  }
}

function patched(text: string, [offset, deleted, inserted]: readonly [number, number, string]) {
  return text.slice(0, offset) + inserted + text.slice(offset + deleted);
}

function rangeIn(document: TextDocument, [start, end]: readonly [number, number]): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

if (process.argv[1] === import.meta.filename) {
  const rows = await evaluateTraces(process.argv[2] ?? '');
  for (const { set, marks, right, wrong } of rows) {
    console.log(`${set.padEnd(44)} ${right} of ${marks}`);
    for (const line of wrong) console.log(`    ${line}`);
  }
  if (rows.length === 0) {
    console.error('usage: node eval/traces.ts DATA_FOLDER (with reanchor/traces in it)');
    process.exitCode = 2;
  }
}
