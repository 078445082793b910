import type { LanguageCode } from '../core/languages/functionWords.ts';
import type { Language } from '../core/languages/language.ts';
import {
  type ReadFileResult,
  type ReadFolderResult,
  readFileRequest,
  readFolderRequest,
} from '../protocol.ts';
import type { Workspace } from '../workspace.ts';

/** What asks the client. */
interface Requests {
  sendRequest<R>(method: string, params: object): Promise<R>;
}

/**
 * File access by way of the client, for a server that has no file system.
 * @param languages URI of the folder with the languages' files, ending in a slash
 */
export function clientWorkspace(connection: Requests, languages: string): Workspace {
  const known = new Map<string, Promise<Language>>();
  async function readFile(uri: string): Promise<Uint8Array | null> {
    const { base64 } = await connection.sendRequest<ReadFileResult>(readFileRequest, { uri });
    return base64 === null ? null : Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  }
  async function readLanguage(code: LanguageCode): Promise<Language> {
    const bytes = await readFile(`${languages}${code}.json`);
    if (bytes) return JSON.parse(new TextDecoder().decode(bytes));
    known.delete(code);
    throw new Error(
      `Glossator cannot read what it knows of the language “${code}”. See that you are online, then open the text again.`,
    );
  }
  return {
    readFile,
    async readFolder(uri) {
      const { entries } = await connection.sendRequest<ReadFolderResult>(readFolderRequest, {
        uri,
      });
      return entries.map(([name, folder]) => ({ name, folder }));
    },
    language(code) {
      const language = known.get(code) ?? readLanguage(code);
      known.set(code, language);
      return language;
    },
  };
}
