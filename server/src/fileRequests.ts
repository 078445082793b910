/** Requests to a client whose files the server cannot reach itself (web worker). */
export const readFileRequest = 'glossator/fs/readFile';
export interface ReadFileParams {
  uri: string;
}
export interface ReadFileResult {
  /** The file's bytes as base64; null where there is no such file. */
  base64: string | null;
}
export const readFolderRequest = 'glossator/fs/readFolder';
export interface ReadFolderParams {
  uri: string;
}
export interface ReadFolderResult {
  /** Names in the folder, and whether each is a folder itself; empty where there is no such folder. */
  entries: [name: string, folder: boolean][];
}
