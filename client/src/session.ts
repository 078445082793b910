import type { CorpusStore } from './corpusStore.ts';
import type { LastText } from './lastText.ts';
import type { RecentLabels } from './recentLabels.ts';
import type { Server } from './server.ts';
import type { TaggingMode } from './taggingMode.ts';
import type { TagStore } from './tagStore.ts';

/** All that commands and views work with. */
export interface Session {
  readonly server: Server;
  readonly tags: TagStore;
  readonly corpus: CorpusStore;
  readonly recent: RecentLabels;
  readonly tagging: TaggingMode;
  readonly lastText: LastText;
}
