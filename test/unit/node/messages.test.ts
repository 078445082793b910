import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { StreamReader, StreamWriter } from '../../../server/src/node/messages.ts';

const message = fc
  .record({ jsonrpc: fc.constant('2.0'), params: fc.jsonValue() })
  .map((value) => JSON.parse(JSON.stringify(value)) as Message);

/** Bytes in pieces of the lengths given, again and again. */
function pieces(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const end = at + (lengths[i % lengths.length] ?? bytes.length);
    found.push(bytes.subarray(at, end));
    at = end;
  }
  return found;
}

/** What a reader hands on of these pieces, and what it complains about. */
async function read(chunks: readonly Buffer[]) {
  const stream = new PassThrough();
  const reader = new StreamReader(stream);
  const messages: Message[] = [];
  const errors: string[] = [];
  reader.onError(({ message }) => errors.push(message));
  reader.listen((found) => messages.push(found));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await once(stream, 'close');
  return { messages, errors };
}

async function written(messages: readonly Message[]): Promise<Buffer> {
  const stream = new PassThrough();
  const writer = new StreamWriter(stream);
  const chunks: Buffer[] = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  for (const one of messages) await writer.write(one);
  writer.end();
  await once(stream, 'end');
  return Buffer.concat(chunks);
}

describe('messages in a stream', () => {
  it('are read as they were written, wherever the stream is cut', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 5 }), lengths, async (messages, cuts) => {
        const found = await read(pieces(await written(messages), cuts));
        assert.deepEqual(found, { messages, errors: [] });
      }),
      { numRuns: 50 },
    );
  });

  it('are written as the package’s own reader reads them', async () => {
    const messages = [
      { jsonrpc: '2.0', text: 'õ—😀\r\n\r\n' },
      { jsonrpc: '2.0', text: '' },
    ];
    const stream = new PassThrough();
    const found: Message[] = [];
    const all = new Promise<void>((resolve) => {
      new StreamMessageReader(stream).listen((one) => {
        if (found.push(one) === messages.length) resolve();
      });
    });
    stream.end(await written(messages));
    await all;
    assert.deepEqual(found, messages);
  });

  it('may say more in their header, in any case of letters', async () => {
    const header = 'content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH: 2';
    assert.deepEqual(await read([Buffer.from(`${header}\r\n\r\n{}`)]), {
      messages: [{}],
      errors: [],
    });
  });

  it('that cannot be read are reported, and the next one is read', async () => {
    const source = 'Content-Length: 1\r\n\r\n{Length: 3\r\n\r\nContent-Length: 2\r\n\r\n[]';
    const { messages, errors } = await read([Buffer.from(source)]);
    assert.deepEqual(messages, [[]]);
    assert.equal(errors.length, 2);
    assert.match(errors[1], /^A header has no Content-Length: Length: 3$/);
  });

  it('of ten megabytes come through', async () => {
    const long = { jsonrpc: '2.0', text: '😀'.repeat(2_500_000) };
    const bytes = await written([long, long]);
    const { messages } = await read(pieces(bytes, [65_536]));
    assert.deepEqual(messages, [long, long]);
  });
});
