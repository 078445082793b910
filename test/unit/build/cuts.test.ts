import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cut, refuseNamed } from '../../../scripts/lib/cuts.mjs';
import { inRoot } from '../../../scripts/lib/root.mjs';

/** What the connection does with its queue of messages. */
interface Queue {
  readonly size: number;
  get(key: string): unknown;
  set(key: string, message: object): unknown;
  delete(key: string): boolean;
  shift(): unknown;
}

const linkedMap = inRoot('node_modules/vscode-jsonrpc/lib/common/linkedMap.js');
const connection = inRoot('node_modules/vscode-jsonrpc/lib/common/connection.js');

function queueOf(source: string): Queue {
  const exports: { LinkedMap?: new () => Queue } = {};
  new Function('exports', source)(exports);
  assert.ok(exports.LinkedMap);
  return new exports.LinkedMap();
}

const key = fc.constantFrom('req-1', 'req-2', 'not-1', 'res-1');
const step = fc.oneof(
  fc.record({ does: fc.constant('set' as const), key, message: fc.record({ id: fc.nat(9) }) }),
  fc.record({ does: fc.constantFrom('get' as const, 'delete' as const), key }),
  fc.record({ does: fc.constant('shift' as const) }),
);

function perform(queue: Queue, action: typeof step extends fc.Arbitrary<infer S> ? S : never) {
  if (action.does === 'shift') return queue.shift();
  if (action.does !== 'set') return queue[action.does](action.key);
  queue.set(action.key, action.message);
  return undefined;
}

describe('the queue of messages', () => {
  it('is asked for no more than a Map that keeps their order can do', async () => {
    const source = await readFile(connection, 'utf8');
    const asked = [...source.matchAll(/\b(?:messageQueue|queue)\.(\w+)/gi)].map(([, name]) => name);
    assert.deepEqual([...new Set(asked)].sort(), ['delete', 'get', 'set', 'shift', 'size']);
  });

  it('answers as the package’s own does, whatever is asked of both', async () => {
    const source = await readFile(linkedMap, 'utf8');
    const shorter = cut(linkedMap, source);
    assert.ok(shorter.length < source.length);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (actions) => {
        const [whole, light] = [queueOf(source), queueOf(shorter)];
        for (const action of actions) {
          assert.equal(perform(light, action), perform(whole, action));
          assert.equal(light.size, whole.size);
        }
      }),
    );
  });
});

describe('what a server never comes to', () => {
  it('is looked for again once a package has changed', () => {
    assert.throws(() => cut(linkedMap, 'class Queue {}\n'), /linkedMap\.js has changed/);
    assert.equal(cut('somewhere/else.js', 'class Queue {}\n'), 'class Queue {}\n');
  });

  it('is missed as soon as the server names it', () => {
    assert.doesNotThrow(() => refuseNamed('connection.console.info(text)'));
    assert.throws(() => refuseNamed('connection.tracer.log(text)'), /names tracer/);
  });
});
