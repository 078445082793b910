import 'mocha/mocha.js';

/** One line a test, on any console, and a last one with the counts. */
export class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    let passed = 0;
    let failed = 0;
    runner.on('pass', (test) => {
      passed += 1;
      console.log(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('fail', (test, error: Error) => {
      failed += 1;
      console.log(`  ✖ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on('end', () => console.log(`suite: ${passed} passed, ${failed} failed`));
  }
}
