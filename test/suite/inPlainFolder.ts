/** Everything that is tested in a folder that is no corpus. */
import './activation.test.ts';
import './plain.test.ts';
