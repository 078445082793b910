import * as vscode from 'vscode';
import { exists } from '../documents.ts';
import { type Command, Refusal } from './command.ts';

/** Makes the folder a corpus: writes a glossator.json with the labels that hold there already, and opens it. */
export const createConfiguration: Command = {
  id: 'glossator.createConfiguration',
  async run(session) {
    const corpus = await session.corpus.get();
    if (!corpus || !vscode.workspace.workspaceFolders) {
      throw new Refusal(vscode.l10n.t('Open a folder first: glossator.json lies at its root.'));
    }
    const uri = vscode.Uri.parse(corpus.configurationUri);
    if (!(await exists(uri))) {
      const labels = corpus.labels.map((label) => JSON.stringify(label));
      const json = `{\n  "labels": [\n    ${labels.join(',\n    ')}\n  ]\n}\n`;
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(json));
    }
    await vscode.window.showTextDocument(uri);
  },
};
