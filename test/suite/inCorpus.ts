/** Everything that is tested in a folder that is a corpus. */
import './activation.test.ts';
import './adjudication.test.ts';
import './commands.test.ts';
import './crash.test.ts';
import './diagnostics.test.ts';
import './elsewhere.test.ts';
import './files.test.ts';
import './following.test.ts';
import './journal.test.ts';
import './navigation.test.ts';
import './review.test.ts';
import './tagging.test.ts';
