/** Reporter for Node's test runner: failures in full, then `N passed, N failed`. */
import { relative } from 'node:path';
import { inspect } from 'node:util';

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} source */
export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  for await (const event of source) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') yield event.data.message;
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { data } = event;
    const leaf = data.details.type !== 'suite';
    if (event.type === 'test:pass') {
      if (leaf && data.skip === undefined) passed += 1;
      if (leaf && data.skip !== undefined) yield `– ${data.name}: skipped ${data.skip}\n`;
      continue;
    }
    // A suite fails because of its tests, which are reported themselves.
    const error = event.data.details.error;
    if (Object(error).failureType === 'subtestsFailed') continue;
    failed += 1;
    const file = data.file ? `${relative(process.cwd(), data.file)}:${data.line} ` : '';
    yield `✖ ${file}${data.name}\n${describe(error.cause ?? error)}\n\n`;
  }
  yield `${passed} passed, ${failed} failed\n`;
}

/** @param {unknown} error */
const describe = (error) => (error instanceof Error && error.stack ? error.stack : inspect(error));
