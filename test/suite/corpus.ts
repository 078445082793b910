/** Everything that is tested in a folder that is a corpus. */
import './activation.test.ts';
