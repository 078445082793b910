import { after, afterEach, before, suite, type TestContext } from 'node:test';
import { adjudicating } from './adjudicating.ts';
import { exchanging } from './exchanging.ts';
import { keeping } from './keeping.ts';
import { reading } from './reading.ts';
import { restricted } from './restricted.ts';
import { Stage } from './stage.ts';
import { tagging } from './tagging.ts';

suite('a walk through the workbench', { timeout: 240_000 }, () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  // What a person would have seen instead.
  afterEach(async (context) => {
    const { name, passed } = context as TestContext & { readonly passed: boolean };
    if (!passed) await stage?.shot(`failed-${name.slice(0, 40).replace(/\W+/g, '-')}`);
  });
  after(() => stage?.close());
  const current = () => stage;
  reading(current);
  tagging(current);
  exchanging(current);
  keeping(current);
  adjudicating(current);
});

suite('a walk in Restricted Mode', { timeout: 60_000 }, () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ restricted: true });
  });
  after(() => stage?.close());
  restricted(() => stage);
});
