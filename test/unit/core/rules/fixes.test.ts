import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type command, rewriteAll } from '../../../../server/src/core/rules/fixes.ts';
import { listed, quoted, times } from '../../../../server/src/core/rules/words.ts';
import { type CommandArguments, ServerCommand } from '../../../../server/src/protocol.ts';

type Offered = Parameters<typeof command>[1];
/** What the protocol takes of a command besides the text's URI and the range, which the server adds. */
type Taken<C extends ServerCommand> = CommandArguments[C] extends infer A
  ? A extends unknown
    ? Omit<A, 'uri' | 'range'>
    : never
  : never;

describe('the commands that rules offer', () => {
  it('are the protocol’s, with the arguments it takes', () => {
    const examples: { [C in Offered]: Taken<C> & Parameters<typeof command<C>>[2] } = {
      'glossator.tag': { label: 'PER', entity: 'putin', layer: 'ann', exact: true },
      'glossator.untag': { id: 't1' },
      'glossator.unrelate': { id: 'r' },
      'glossator.relabel': { id: 't1', label: 'PER' },
      'glossator.link': { id: 't1', entity: 'putin' },
      'glossator.tagAll': { id: 't1' },
      'glossator.accept': { ids: ['t1'] },
      'glossator.replace': { id: 't1' },
      'glossator.attribute': { id: 'a', name: 'kind', value: 'ship' },
      'glossator.createEntity': { id: 't1', entityId: 'putin' },
    };
    const known: readonly string[] = Object.values(ServerCommand);
    for (const name of Object.keys(examples)) assert.ok(known.includes(name), name);
  });
});

describe('rewriteAll', () => {
  const edits = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ start: at, end: at, text: 'x' }));

  it('offers the first place, and all where there are several', () => {
    assert.deepEqual(rewriteAll('Write x', []), []);
    assert.deepEqual(
      rewriteAll('Write x', edits(3)).map(({ title }) => title),
      ['Write x', 'Write x in all 3 places'],
    );
  });

  it('leaves very many places to the editor', () => {
    assert.equal(rewriteAll('Write x', edits(201)).length, 1);
  });
});

describe('words', () => {
  it('quotes on one line and cuts between characters', () => {
    assert.equal(quoted(' two\n words '), '“two words”');
    const long = quoted('👍'.repeat(200));
    assert.equal(long, `“${'👍'.repeat(47)}…”`);
    assert.equal(quoted('x'.repeat(48)), `“${'x'.repeat(48)}”`);
  });

  it('counts and lists', () => {
    assert.deepEqual([1, 2, 3].map(times), ['once', 'twice', '3 times']);
    assert.equal(listed([]), '');
    assert.equal(listed(['a']), 'a');
    assert.equal(listed(['a', 'b'], 'or'), 'a or b');
    assert.equal(listed(['a', 'b', 'c', 'd', 'e']), 'a, b, c and 2 more');
  });
});
