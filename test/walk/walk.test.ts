import { after, before, suite } from 'node:test';
import { keeping } from './keeping.ts';
import { reading } from './reading.ts';
import { Stage } from './stage.ts';
import { tagging } from './tagging.ts';

suite('a walk through the workbench', { timeout: 240_000 }, () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage?.close());
  const current = () => stage;
  reading(current);
  tagging(current);
  keeping(current);
});
