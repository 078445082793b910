import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  CancellationTokenSource,
  type Diagnostic,
  type Hover,
  type InitializeParams,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { fullClient, ROOT, rangeOf, TestClient } from './harness.ts';

const NAME = 'a.txt';
const uri = `${ROOT}/${NAME}`;
const textDocument = { uri };
const text = '😀 Oleg Syromolotov named 25 thousand men.\nOn 31 February 2014 he left.\n';

let client: TestClient;
afterEach(() => client.stop());

/** A session with the text open in a corpus; `capabilities` are the client's. */
async function open(
  capabilities: InitializeParams['capabilities'] = fullClient,
  content: string = text,
) {
  client = new TestClient({ [NAME]: content, 'glossator.json': '{}' });
  const result = await client.start(capabilities);
  await client.open(NAME);
  return result.capabilities;
}

const hoverAt = (line: number, character: number) =>
  client.request<Hover | null>('textDocument/hover', {
    textDocument,
    position: { line, character },
  });

/** What a client may ask about a place. */
function positional(line: number, character: number): [method: string, params: object][] {
  const position = { line, character };
  const range = { start: position, end: position };
  return [
    ['textDocument/hover', { textDocument, position }],
    ['textDocument/definition', { textDocument, position }],
    ['textDocument/typeDefinition', { textDocument, position }],
    ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', { textDocument, position }],
    ['textDocument/prepareRename', { textDocument, position }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/semanticTokens/range', { textDocument, range }],
  ];
}

describe('the server takes what real clients send', () => {
  it('positions past every end, and before the start', async () => {
    await open();
    const far = 2 ** 31 - 1;
    for (const [line, character] of [
      [0, far],
      [far, 0],
      [far, far],
      [-1, -1],
    ]) {
      for (const [method, params] of positional(line, character))
        await client.request(method, params);
    }
    assert.ok(await hoverAt(0, 27));
  });

  it('texts that nobody opened', async () => {
    await open();
    const strange = { uri: `${ROOT}/never-opened.txt` };
    for (const [method, params] of positional(0, 0)) {
      const answer = await client.request<unknown>(method, { ...params, textDocument: strange });
      const empty = answer === null || JSON.stringify(answer).length <= '{"data":[]}'.length;
      assert.ok(empty, `${method}: ${JSON.stringify(answer)}`);
    }
    const change = { textDocument: { ...strange, version: 2 }, contentChanges: [{ text: 'x' }] };
    await client.connection.sendNotification('textDocument/didChange', change);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: strange });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: strange });
    assert.ok(await hoverAt(0, 27));
  });

  it('parameters of the wrong shape: an error, and the session goes on', async () => {
    await open();
    await assert.rejects(client.request('textDocument/hover', { textDocument, position: null }));
    await assert.rejects(
      client.request('workspace/executeCommand', { command: 'glossator.tag', arguments: [7] }),
    );
    await assert.rejects(client.request('workspace/executeCommand', { command: 'rm -rf' }));
    await assert.rejects(client.request('textDocument/nonsense', {}));
    assert.ok(await hoverAt(0, 27));
  });

  it('settings that say nothing', async () => {
    const settled = { ...fullClient.workspace, configuration: true };
    for (const workspace of [fullClient.workspace, settled]) {
      await open({ ...fullClient, workspace });
      for (const settings of [{}, null, { glossator: null }, { glossator: { annotator: 7 } }])
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      assert.ok(await hoverAt(0, 27));
      client.stop();
    }
  });

  it('texts opened and closed in a hurry', async () => {
    await open();
    for (let round = 0; round < 100; round++) {
      await client.close(NAME);
      await client.open(NAME);
    }
    await client.close(NAME);
    client.files.set(uri, `One.\n${text}`);
    await client.open(NAME);
    const hover = await hoverAt(1, 27);
    assert.equal(hover?.range?.start.line, 1);
  });
});

describe('the server fits itself to its client', () => {
  it('counts UTF-16 units where the client says nothing of encodings', async () => {
    assert.equal((await open({})).positionEncoding, 'utf-16');
    assert.deepEqual((await hoverAt(0, 27))?.range, rangeOf(text, '25 thousand'));
  });

  for (const [encoding, start] of [
    ['utf-8', 28],
    ['utf-32', 25],
  ] as const) {
    it(`counts in ${encoding} where the client knows nothing else`, async () => {
      const general = { positionEncodings: [encoding] };
      assert.equal((await open({ ...fullClient, general })).positionEncoding, encoding);
      const range = (await hoverAt(0, start + 1))?.range;
      const end = start + '25 thousand'.length;
      assert.deepEqual(range, {
        start: { line: 0, character: start },
        end: { line: 0, character: end },
      });
    });
  }

  it('sends no Markdown to a client that shows plain text', async () => {
    await open({ textDocument: { hover: { contentFormat: ['plaintext'] } } });
    const contents = (await hoverAt(0, 27))?.contents;
    assert.ok(contents && typeof contents === 'object' && 'kind' in contents);
    assert.equal(contents.kind, 'plaintext');
    assert.doesNotMatch(contents.value, /\*\*|`|\]\(/);
  });

  it('pushes findings to a client that cannot ask for them', async () => {
    const capabilities = await open({});
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.ok((await client.codes(NAME)).includes('number/date-invalid'));
  });

  it('lets a client that asks for findings ask, and pushes none', async () => {
    const capabilities = await open({ textDocument: { diagnostic: {} } });
    assert.ok(capabilities.diagnosticProvider);
    const answer = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument,
    });
    assert.ok(answer.items.some(({ code }) => code === 'number/date-invalid'));
    await client.change(NAME, [{ text: `${text}On 30 February 2014 too.\n` }]);
    await client.request('textDocument/documentSymbol', { textDocument });
    assert.equal(client.diagnostics.has(uri), false);
  });

  it('answers a cancelled request with an error that says so', async () => {
    await open(fullClient, text.repeat(2000));
    const source = new CancellationTokenSource();
    const params = { textDocument, position: { line: 0, character: 5 } };
    const { token } = source;
    const answer = client.connection.sendRequest('textDocument/references', params, token);
    source.cancel();
    await assert.rejects(
      answer,
      ({ code }: ResponseError<void>) => code === LSPErrorCodes.RequestCancelled,
    );
  });
});

describe('incremental changes', () => {
  it('count in the text that the change before left, line ends of any kind', async () => {
    await open(fullClient, 'ab\r\ncd\r\nef\r\n');
    const at = (line: number, character: number) => ({ line, character });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: at(0, 2), end: at(1, 0) }, text: 'X' },
        { range: { start: at(0, 5), end: at(0, 5) }, text: '\r\nyes ' },
        { range: { start: at(1, 0), end: at(1, 0) }, text: 'there ' },
      ],
    });
    // Now: abXcd / there yes (and the old line end) / ef
    const words = [at(0, 0), at(1, 3), at(1, 7), at(2, 1)];
    const ranges = words.map(
      async ({ line, character }) => (await hoverAt(line, character))?.range,
    );
    assert.deepEqual(await Promise.all(ranges), [
      { start: at(0, 0), end: at(0, 5) },
      { start: at(1, 0), end: at(1, 5) },
      { start: at(1, 6), end: at(1, 9) },
      { start: at(2, 0), end: at(2, 2) },
    ]);
  });

  it('a thousand of them in one notification, in ten megabytes', async () => {
    const line = 'The committee met again and nothing at all was decided by anybody there.\n';
    await open(fullClient, line.repeat(10_000_000 / line.length));
    const lines = Array.from({ length: 1000 }, (_, index) => index * 130);
    const contentChanges = lines.map((number) => {
      const start = { line: number, character: 0 };
      return { range: { start, end: start }, text: '25 thousand ' };
    });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges,
    });
    for (const number of [0, lines[500], lines[999]]) {
      const start = { line: number, character: 0 };
      assert.deepEqual((await hoverAt(number, 3))?.range, {
        start,
        end: { line: number, character: 11 },
      });
    }
    assert.equal((await hoverAt(1, 0))?.range?.end.character, 3);
  });
});
