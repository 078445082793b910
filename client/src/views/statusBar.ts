import * as vscode from 'vscode';
import { fileName, textEditor } from '../documents.ts';
import type { Session } from '../session.ts';
import { isSidecarOf } from '../sidecars.ts';
import { OnceAtRest } from './onceAtRest.ts';

/** How long changes must rest, in milliseconds, before the item is written anew. */
const rest = 100;

/** `N tags · M findings` of the text in view, or what the server is doing. */
export class StatusBar implements vscode.Disposable {
  private readonly session: Session;
  private readonly item: vscode.StatusBarItem;
  private readonly listeners: vscode.Disposable[];
  private readonly settled = new OnceAtRest(() => void this.write(), rest);

  constructor(session: Session) {
    this.session = session;
    this.item = vscode.window.createStatusBarItem(
      'glossator.status',
      vscode.StatusBarAlignment.Left,
      10,
    );
    this.item.name = 'Glossator';
    const later = this.settled.ask;
    this.listeners = [
      this.item,
      session.server.onDidChangeState(later),
      session.tags.onDidChange(later),
      session.corpus.onDidChange(later),
      session.tagging.onDidChange(later),
      vscode.languages.onDidChangeDiagnostics(later),
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.workspace.onDidOpenTextDocument(later),
    ];
    later();
  }

  private async write(): Promise<void> {
    const document = textEditor()?.document;
    if (!document) return this.item.hide();
    this.item.backgroundColor = undefined;
    this.item.command = 'glossator.tags.focus';
    const state = this.session.server.state;
    if (this.item.text === '') this.say('$(sync~spin) Glossator', vscode.l10n.t('Starting'));
    this.item.show();
    if (state === 'starting') this.say('$(sync~spin) Glossator', vscode.l10n.t('Starting'));
    else if (state === 'stopped') this.stopped();
    else if (this.session.tagging.on) await this.keys();
    else await this.count(document, state === 'indexing');
  }

  private async count(document: vscode.TextDocument, indexing: boolean): Promise<void> {
    const start = new vscode.Range(0, 0, 0, 0);
    const { total } = await this.session.tags.around(document, start);
    if (document !== textEditor()?.document) return;
    const broken = isSidecarTroubled(document.uri);
    const found = findings(vscode.languages.getDiagnostics(document.uri)).length;
    const counts = [
      total === 1
        ? vscode.l10n.t('1 tag')
        : vscode.l10n.t('{0} tags', total.toLocaleString(vscode.env.language)),
      found === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', found),
    ].join(' · ');
    const icon = indexing ? '$(sync~spin)' : broken ? '$(warning)' : '$(tag)';
    const detail = [
      indexing && vscode.l10n.t('The corpus is being indexed.'),
      broken && vscode.l10n.t('Something is wrong with a sidecar: see the Problems panel.'),
      vscode.l10n.t('Click to see the tags of this text.'),
    ];
    this.say(`${icon} ${counts}`, detail.filter(Boolean).join('\n'));
    if (broken) {
      this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    }
  }

  private async keys(): Promise<void> {
    const labels = (await this.session.corpus.get())?.labels ?? [];
    if (!this.session.tagging.on) return;
    const keys = labels.filter(({ key }) => key).map(({ key, name }) => `${key} ${name}`);
    this.item.command = 'glossator.stopTagging';
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.say(
      `$(edit) ${vscode.l10n.t('Tagging: {0}', keys.join(' · '))}`,
      vscode.l10n.t('Letters tag the selection. Escape, or a click here, ends that.'),
    );
  }

  private stopped(): void {
    this.item.command = 'glossator.restartServer';
    this.say(
      '$(error) Glossator',
      vscode.l10n.t('The language server is not running. Click to start it.'),
    );
  }

  private say(text: string, tooltip: string): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
  }

  dispose(): void {
    this.settled.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}

/** What the Problems panel lists of our findings: it leaves hints out. */
function findings(found: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return found.filter(
    ({ source, severity }) =>
      source?.toLowerCase() === 'glossator' && severity !== vscode.DiagnosticSeverity.Hint,
  );
}

/** Whether there are findings in a sidecar of the text, of whichever layer. */
function isSidecarTroubled(text: vscode.Uri): boolean {
  const folder = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, '..').toString();
  return vscode.languages
    .getDiagnostics()
    .some(
      ([uri, found]) =>
        isSidecarOf(fileName(uri), fileName(text)) &&
        folder(uri) === folder(text) &&
        findings(found).length > 0,
    );
}
