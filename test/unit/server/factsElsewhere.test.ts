import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const HERE = 'According to officials, 43 people were killed in the Aleppo blast.\n';
const THERE = '😀 A week later.\n\n😀 The blast in Aleppo killed 34 people, officials said.\n';
const files = { 'glossator.json': '{"glossator": 1}', 'a.txt': HERE, 'an other (1).txt': THERE };
const OTHER = 'an other (1).txt';
const OTHER_URI = `${ROOT}/an%20other%20%281%29.txt`;

let client: TestClient;
afterEach(() => client.stop());

/** The file system of the tests keeps a file under its URI as encoded. */
async function begin(content: Record<string, string> = files): Promise<void> {
  client = new TestClient(
    Object.fromEntries(
      Object.entries(content).map(([name, text]) => [name === OTHER ? encoded : name, text]),
    ),
  );
  await client.start();
  await client.open('a.txt');
}
const encoded = 'an%20other%20%281%29.txt';

function conflicts(name = 'a.txt'): Diagnostic[] {
  const all = client.diagnostics.get(`${ROOT}/${name}`) ?? [];
  return all.filter(({ code }) => code === 'number/conflict');
}

const shown = (count: number, name?: string) =>
  client.until(() => conflicts(name).length === count, `${count} number/conflict`);

describe('number/conflict across the texts of a folder', () => {
  it('is shown once the folder is indexed, with a link into the other file', async () => {
    await begin();
    await shown(1);
    const [{ range, severity, message, relatedInformation }] = conflicts();
    assert.deepEqual(range, rangeOf(HERE, '43'));
    assert.equal(severity, 3);
    assert.match(String(message), /^“43 people” here, “34 people” in an other \(1\)\.txt /);
    assert.deepEqual(relatedInformation, [
      { location: { uri: OTHER_URI, range: rangeOf(THERE, '34') }, message: '“34 people” here' },
    ]);
  });

  it('goes when the number is mended, here or there', async () => {
    await begin();
    await shown(1);
    await client.change('a.txt', [{ range: rangeOf(HERE, '43'), text: '34' }]);
    await shown(0);
    await client.change('a.txt', [{ range: rangeOf(HERE, '43'), text: '44' }]);
    await shown(1);
    await client.writeOutside(encoded, THERE.replace('34', '44'));
    await shown(0);
  });

  it('follows what is typed in the other text, and what is thrown away there', async () => {
    await begin();
    await shown(1);
    await client.open(encoded);
    await shown(1, encoded);
    await client.change(encoded, [{ range: rangeOf(THERE, '34'), text: '43' }]);
    await shown(0);
    await shown(0, encoded);
    await client.close(encoded);
    await shown(1);
  });

  it('leads to where the number is once the other text is saved', async () => {
    await begin();
    await client.open(encoded);
    await shown(1, encoded);
    await client.change(encoded, [
      { range: rangeOf(THERE, ' blast'), text: ' great and terrible blast' },
    ]);
    await client.save(encoded);
    const place = rangeOf(client.content(encoded) ?? '', '34');
    const linked = () => conflicts()[0]?.relatedInformation?.[0].location.range;
    await client.until(() => isDeepStrictEqual(linked(), place), 'a link to the new place');
  });

  it('goes with the other file', async () => {
    await begin();
    await shown(1);
    client.files.delete(OTHER_URI);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: OTHER_URI, type: 3 }],
    });
    await shown(0);
  });

  it('counts in the units of the client', async () => {
    client = new TestClient({ ...files, [encoded]: THERE });
    await client.start({
      general: { positionEncodings: ['utf-32'] },
      textDocument: { publishDiagnostics: { relatedInformation: true } },
    });
    await client.open('a.txt');
    await shown(1);
    const [place] = conflicts()[0].relatedInformation ?? [];
    const { line, character } = rangeOf(THERE, '34').start;
    assert.deepEqual(place.location.range.start, { line, character: character - 1 });
  });

  it('does not compare a text with itself under another spelling of its URI', async () => {
    client = new TestClient({ 'glossator.json': files['glossator.json'], [encoded]: THERE });
    await client.start();
    await client.request('workspace/symbol', { query: 'Aleppo' });
    client.files.set(`${ROOT}/${OTHER}`, THERE);
    await client.open(OTHER);
    await client.change(OTHER, [{ range: rangeOf(THERE, '34'), text: '43' }]);
    await client.until(() => client.diagnostics.has(`${ROOT}/${OTHER}`), 'diagnostics');
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.deepEqual(conflicts(OTHER), []);
  });
});
