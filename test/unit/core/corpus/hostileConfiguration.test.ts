import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseConfiguration } from '../../../../server/src/core/corpus/parseConfiguration.ts';

test('mistakes without number are reported up to a thousand, and take no time without end', () => {
  const many = (item: (at: number) => unknown) =>
    Array.from({ length: 50_000 }, (_, at) => item(at));
  const sources = {
    wrong: many(() => 7),
    orphans: many((at) => ({ name: `label${at}`, parent: `lable${at}` })),
    chain: many((at) => ({ name: `a${at}`, parent: `a${at + 1}` })),
    circle: many((at) => ({ name: `a${at}`, parent: `a${(at + 1) % 50_000}` })),
  };
  for (const labels of Object.values(sources)) {
    const { value, problems } = parseConfiguration(JSON.stringify({ labels }));
    assert.ok(value);
    assert.equal(problems.length, 1000);
  }
});

test('any input gives problems within it, never an exception', () => {
  const json = fc.json({ maxDepth: 4 });
  const shaped = fc.tuple(
    fc.constantFrom('labels', 'relations', 'languages', 'include', 'rules', 'retext', '__proto__'),
    json,
  );
  const source = fc.oneof(
    fc.string(),
    json,
    fc.array(shaped).map((all) => `{${all.map(([key, value]) => `"${key}":${value}`).join(',')}}`),
    fc.tuple(json, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
  );
  fc.assert(
    fc.property(source, (text) => {
      const { value, problems } = parseConfiguration(text);
      assert.ok(value !== null || problems.length > 0);
      for (const { start, end, message } of problems) {
        assert.ok(0 <= start && start <= end && end <= text.length);
        assert.match(message, /\.$|”\?$/);
      }
    }),
    { numRuns: 2000 },
  );
});
