import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseTree, type Node as Reference } from 'jsonc-parser';
import { type JsonNode, readTree } from '../../../../server/src/core/corpus/readTree.ts';

/** A tree as plain data: what each node is, the source that it stands for, and what it holds. */
function told(source: string, node: JsonNode | undefined): unknown {
  if (!node) return undefined;
  const text = source.slice(node.offset, node.offset + node.length);
  const held = node.entries?.map(([key, value]) => [told(source, key), told(source, value)]);
  return [
    node.type,
    text,
    held ?? node.children?.map((child) => told(source, child)) ?? node.value,
  ];
}

/** The same of jsonc-parser's tree, in which a key and its value are a node's children; a key alone counts for nothing. */
function toldOf(source: string, node: Reference | undefined): unknown {
  if (!node) return undefined;
  const text = source.slice(node.offset, node.offset + node.length);
  const held =
    node.type === 'object'
      ? node.children?.flatMap(({ children = [] }) =>
          children.length === 2 ? [children.map((child) => toldOf(source, child))] : [],
        )
      : node.children?.map((child) => toldOf(source, child));
  return [node.type, text, held ?? node.value];
}

const read = (source: string) => readTree(source, 64).root;

/** What a source says, as far as it can be read. */
function value(source: string): unknown {
  const plain = ({ entries, children, value }: JsonNode): unknown =>
    entries
      ? Object.fromEntries(entries.map(([key, member]) => [key.value, plain(member)]))
      : (children?.map(plain) ?? value);
  const root = read(source);
  return root && plain(root);
}

describe('a JSON source’s tree', () => {
  it('is the one that jsonc-parser reads, whatever the JSON', () => {
    const space = fc.constantFrom('', ' ', '\n', '\r\n\t');
    const source = fc
      .tuple(fc.json({ maxDepth: 5 }), space, fc.constantFrom(0, 1, 4))
      .map(
        ([json, around, indent]) =>
          around + JSON.stringify(JSON.parse(json), null, indent) + around,
      );
    fc.assert(
      fc.property(source, (json) => {
        assert.deepEqual(told(json, read(json)), toldOf(json, parseTree(json)));
      }),
    );
  });

  it('is the one that jsonc-parser reads, also with comments and commas in excess or missing', () => {
    for (const source of [
      '{/* {"b": 2} */ "a": 1, // "c": [\n "d": "//"}',
      '{"a": [1, 2,], "b": {"c": null,},}',
      '{"a": [1 2 true] "b": "x"}',
      '{"a": , "b": 2}',
      '{"a": nope, "b": -1.5e3}',
      '{"ключ": "õ—😀\\n\\u00e4"}',
    ]) {
      const ours = told(source, read(source));
      const theirs = toldOf(source, parseTree(source, [], { allowTrailingComma: true }));
      assert.deepEqual(ours, theirs, source);
    }
  });

  it('holds what was read before the source ends', () => {
    assert.deepEqual(value('{"a": [1, {"b": "c'), { a: [1, { b: 'c' }] });
    assert.deepEqual(value('{"a": 1, "b"'), { a: 1 });
    assert.deepEqual(value('{"a" "b": 2}'), { b: 2 });
    assert.deepEqual(value('{"a": 1, "b":'), { a: 1 });
    assert.deepEqual(value('[1, 2 /* and so'), [1, 2]);
    for (const source of ['', ' \n', '/*', ',', ']', ':', 'nope'])
      assert.equal(value(source), undefined);
  });

  it('closes with what is around it what is still open, and knows no more than one value', () => {
    assert.deepEqual(value('{"a": [1, 2}'), { a: [1, 2] });
    assert.deepEqual(value('{"a": [{"b": 1], "c": 2}'), { a: [{ b: 1 }], c: 2 });
    assert.deepEqual(value('{"a": 1]} {"b": 2}'), { a: 1 });
  });

  it('has a text where a text has a fault', () => {
    assert.deepEqual(value('{"a": "x\\y", "b": "tab\there", "c": "cut\n}'), {
      a: 'x\\y',
      b: 'tab\there',
      c: 'cut',
    });
  });

  it('is read of any source, of any size and depth', () => {
    assert.deepEqual(readTree('[[[]]]', 3).tooDeep, -1);
    assert.deepEqual(readTree('[[[[]]]]', 3), { tooDeep: 3 });
    const long = `[/*${'*'.repeat(5_000_000)}*/"${'\\"'.repeat(5_000_000)}", ${'1,'.repeat(500_000)}2]`;
    assert.equal(read(long)?.children?.length, 500_002);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"\\/*a1 \n') }), (source) => {
        const within = ({ offset, length, entries, children }: JsonNode): boolean =>
          offset >= 0 &&
          length > 0 &&
          offset + length <= source.length &&
          [...(children ?? []), ...(entries?.flat() ?? [])].every(within);
        const root = read(source);
        assert.ok(!root || within(root));
      }),
      { numRuns: 2000 },
    );
  });
});
