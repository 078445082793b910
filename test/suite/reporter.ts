import type { Runner, Test } from 'mocha';

/** One line a test, on any console, and a last one that scripts/test.mjs counts by. */
export class LineReporter {
  constructor(runner: Runner) {
    let passed = 0;
    let failed = 0;
    runner.on('pass', (test: Test) => {
      passed += 1;
      console.log(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('fail', (test: Test, error: Error) => {
      failed += 1;
      console.log(`  ✖ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on('end', () => console.log(`suite: ${passed} passed, ${failed} failed`));
  }
}
