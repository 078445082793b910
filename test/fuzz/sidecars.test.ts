import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSidecar, serialiseSidecar } from '../../server/src/core/tags/sidecar.ts';
import { decodeUtf8 } from '../../server/src/core/text/canonical.ts';
import { chosenSeed, randomOf } from '../faults/injected.ts';
import { anyJson, anySidecar } from '../unit/core/tags/arbitrary.ts';
import { expectSound } from './expectations.ts';
import { mutated } from './mutate.ts';

describe('a source that is read as a sidecar', () => {
  it('is refused or kept whole, whatever JSON it is', () => {
    fc.assert(fc.property(anyJson, (value) => void expectSound(JSON.stringify(value))));
  });

  it('is refused or kept whole, whatever text it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (source) => void expectSound(source)));
  });

  it('is refused or kept whole, however a sidecar was damaged', () => {
    const random = randomOf(chosenSeed());
    const sources = fc
      .sample(anySidecar, { numRuns: 20, seed: Math.floor(random() * 2 ** 31) })
      .map((sidecar) => new TextEncoder().encode(serialiseSidecar(sidecar)));
    let read = 0;
    for (let i = 0; i < 3000; i++) {
      const source = decodeUtf8(mutated(sources[i % sources.length], random));
      if (source !== null && expectSound(source)) read++;
    }
    assert.ok(read > 0, 'some damage leaves a sidecar');
  });

  it('is refused where one value is hostile, at its line and column', () => {
    const good = { id: 'a', label: 'N', start: 2, end: 4, quote: 'x', prefix: '', suffix: '' };
    const bad: Record<string, unknown>[] = [
      { start: -1 },
      { start: 2.5 },
      { start: 5 },
      { end: 1e300 },
      { end: 99 },
      { end: '4' },
      { end: null },
      { id: '../x' },
      { id: 'a\\b' },
      { id: 'a\u0000' },
      { id: '' },
      { id: 7 },
      { id: 'x'.repeat(201) },
      { label: '' },
      { quote: 5 },
      { fragments: [[2, 3]] },
      { fragments: 'none' },
      { status: 'perhaps' },
      { attributes: { a: [] } },
      { note: {} },
    ];
    for (const change of bad) {
      const tag = JSON.stringify({ ...good, ...change });
      const source = `{\n"glossator": 1,\n"text": {"sha256": "", "length": 50},\n"tags": [\n  ${tag}\n]}`;
      const { value, problems } = parseSidecar(source);
      assert.equal(value, null, tag);
      assert.equal(source.slice(problems[0].start, problems[0].end), tag);
      expectSound(source);
    }
    const sound = JSON.stringify({ ...good, extra: { __proto__: 1 } }).replace(
      '"extra"',
      '"__proto__"',
    );
    const source = `{"glossator": 1, "text": {"sha256": "", "length": 50}, "tags": [${sound}]}`;
    assert.ok(expectSound(source), 'an unknown key may be __proto__');
    assert.ok(
      serialiseSidecar(parseSidecar(source).value ?? assert.fail()).includes('"__proto__"'),
    );
  });

  it('is refused however deep it nests, and read however many tags it has', () => {
    for (const depth of [65, 1000, 200_000]) {
      const deep = `${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`;
      assert.equal(expectSound(deep), false);
      assert.equal(expectSound(deep.slice(0, depth * 7)), false);
      assert.equal(
        expectSound(`{"glossator": 1, "text": {"sha256": "", "length": 0}, "x": ${deep}}`),
        false,
      );
    }
    const tags = Array.from({ length: 100_000 }, (_, i) => ({
      id: `t${i}`,
      label: 'N',
      start: i,
      end: i + 1,
      quote: 'x',
      prefix: 'x',
      suffix: 'x',
    }));
    const source = JSON.stringify({ glossator: 1, text: { sha256: '', length: 100_001 }, tags });
    assert.equal(parseSidecar(source).value?.tags.length, 100_000);
    const broken = source.replace('"id":"t99999"', '"id":"t0"');
    const [{ message, start }] = parseSidecar(broken).problems;
    assert.equal(message, 'The id “t0” stands twice. Give one of the two another id.');
    assert.ok(start > source.length - 100);
  });

  it('is read right although V8 takes a key with an escape for another one', () => {
    const keyed = (key: string) =>
      `{"glossator": 1, "text": {"sha256": "", "length": 0}, "tags": [], "relations": [{"id": "a", "label": "", "from": "", "to": "", ${key}: 1}]}`;
    for (let i = 0; i < 3; i++) {
      for (const key of ['"x\\\\"', '"x\\""', '"x\\n"']) {
        const { value } = parseSidecar(keyed(key));
        assert.deepEqual(Object.keys(value?.relations[0].extra ?? {}), [JSON.parse(key)]);
      }
    }
  });
});
