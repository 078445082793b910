import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chosenSeed, randomOf } from './injected.ts';
import { killServers } from './serverRuns.ts';

describe('a server that is killed while it works', () => {
  it('costs no tag: the next one goes on with what the editor holds', {
    timeout: 120_000,
  }, async () => {
    const { answered, unanswered } = await killServers(12, randomOf(chosenSeed()));
    assert.ok(answered + unanswered > 0, 'there was something to do');
  });
});
