import type { Connection } from 'vscode-languageserver';
import type { Client } from './capabilities.ts';
import type { Documents } from './documents.ts';
import type { LanguageService } from './languageService.ts';
import type { Publisher } from './publisher.ts';
import type { Tagging } from './state/tagging.ts';
import type { Texts } from './state/texts.ts';

/** Everything a running session consists of. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly texts: Texts;
  readonly service: LanguageService;
  readonly publisher: Publisher;
  readonly tagging: Tagging;
  readonly documents: Documents;
  annotator: string | undefined;
}
