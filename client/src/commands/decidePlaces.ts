import * as vscode from 'vscode';
import type {
  DisagreementPlace,
  DisagreementsParams,
  DisagreementsResult,
  TagItem,
} from '../../../server/src/protocol.ts';
import { asRange } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import type { Session } from '../session.ts';
import { outline } from '../views/relatedMarks.ts';
import { shown, whisper } from './command.ts';
import { type Choice, choicesOf } from './placeChoices.ts';

/**
 * Begins to lead through the places where the layers of a text differ, until all
 * were seen or the person stops. Nobody waits for that: other commands run meanwhile.
 */
export function decidePlaces(
  session: Session,
  document: vscode.TextDocument,
  onlyOpen: boolean,
): void {
  new Walk(session, document, onlyOpen).begin();
}

/** One list that goes from place to place; the active version is outlined in the text. */
class Walk {
  private readonly session: Session;
  private readonly document: vscode.TextDocument;
  private readonly onlyOpen: boolean;
  private readonly pick = vscode.window.createQuickPick<Choice>();
  private readonly mark = outline();
  private readonly listener: vscode.Disposable;
  private place: DisagreementPlace | undefined;
  /** Whether the server is asked or something is written: what is chosen meanwhile does not count. */
  private busy = false;
  private over = false;

  constructor(session: Session, document: vscode.TextDocument, onlyOpen: boolean) {
    this.session = session;
    this.document = document;
    this.onlyOpen = onlyOpen;
    const { pick } = this;
    pick.placeholder = vscode.l10n.t('What goes into the main sidecar? Press a key, or choose');
    // The person may look around in the text, and change it.
    pick.ignoreFocusOut = true;
    this.listener = session.tags.onDidChange((uri) => {
      if (uri.toString() === document.uri.toString()) void this.refresh();
    });
    pick.onDidChangeActive(([choice]) => this.outline(choice));
    pick.onDidAccept(() => this.take(pick.selectedItems[0]));
    pick.onDidTriggerButton(() => this.take(pick.items.find(({ does }) => does === 'back')));
    pick.onDidChangeValue((value) => {
      const keyed = pick.items.find(({ key }) => key !== undefined && key === value);
      if (keyed) this.take(keyed);
    });
    pick.onDidHide(() => this.end());
  }

  begin(): void {
    void this.go({ at: 0, open: this.onlyOpen });
  }

  /** Shows a place; where there is none, everything was seen. */
  private async go(wanted: DisagreementsParams['place']): Promise<void> {
    this.busy = true;
    const found = await shown(() => this.session.server.disagreements(this.document.uri, wanted));
    this.busy = false;
    if (this.over) return;
    if (!found?.place) {
      if (found) whisper(summary(found));
      this.end();
      return;
    }
    this.show(found, found.place);
    this.pick.show();
    this.reveal(found.place);
  }

  /** The text or its tags changed: the place is shown as it is now, and the editor left alone. */
  private async refresh(): Promise<void> {
    const { place } = this;
    if (this.busy || this.over || !place) return;
    const wanted = { at: place.at };
    const found = await this.session.server
      .disagreements(this.document.uri, wanted)
      .catch(() => undefined);
    if (this.busy || this.over || this.place !== place || !found) return;
    if (!found.place) return this.end();
    // A list that is set anew loses the row that the person has just gone to.
    if (JSON.stringify(found.place) === JSON.stringify(place)) return;
    const { pick } = this;
    const [current] = pick.activeItems;
    const active = current ? pick.items.indexOf(current) : -1;
    this.show(found, found.place);
    const again = pick.items[active];
    if (again) pick.activeItems = [again];
  }

  private show({ places }: DisagreementsResult, place: DisagreementPlace): void {
    const { pick } = this;
    const text = oneLine(this.document.getText(asRange(place.range)), 50);
    this.place = place;
    pick.title = vscode.l10n.t('Adjudicate: “{0}”', text);
    pick.step = place.at + 1;
    pick.totalSteps = places;
    pick.buttons = place.at > 0 ? [vscode.QuickInputButtons.Back] : [];
    pick.value = '';
    pick.items = choicesOf(place, this.document, this.session.corpus);
    this.outline(pick.activeItems[0] ?? pick.items[0]);
  }

  private take(choice: Choice | undefined): void {
    const { place } = this;
    if (!choice || !place || this.busy || this.over) return;
    const next = { at: place.at + 1, open: this.onlyOpen };
    if (choice.does === 'back') void this.go({ at: place.at - 1 });
    else if (choice.does === 'skip') void this.go(next);
    else void this.decide(choice, place, next);
  }

  private async decide(
    { tags, does }: Choice,
    { decided, at }: DisagreementPlace,
    next: DisagreementsParams['place'],
  ): Promise<void> {
    this.busy = true;
    this.pick.busy = true;
    const { server } = this.session;
    const done = await shown(() =>
      server.run('glossator.adopt', {
        uri: server.uri(this.document.uri),
        tags: byLayer(tags),
        rejected: does === 'reject',
        instead: decided.map(({ id }) => id),
      }),
    );
    this.busy = false;
    this.pick.busy = false;
    if (!this.over) await this.go(done ? next : { at });
  }

  private get editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.document);
  }

  private reveal({ range }: DisagreementPlace): void {
    const { editor } = this;
    if (!editor) return;
    const { start, end } = asRange(range);
    editor.selection = new vscode.Selection(start, end);
    // The list covers what is at the top.
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  }

  private outline(choice: Choice | undefined): void {
    const pieces = choice?.tags.flatMap(({ range, fragments }) => fragments ?? [range]) ?? [];
    const drawn = choice?.does === 'reject' ? [] : pieces;
    this.editor?.setDecorations(this.mark, drawn.map(asRange));
  }

  private end(): void {
    if (this.over) return;
    this.over = true;
    this.listener.dispose();
    this.mark.dispose();
    this.pick.dispose();
  }
}

function byLayer(tags: readonly TagItem[]): { layer: string; ids: string[] }[] {
  const layers = new Map<string, string[]>();
  for (const { layer = '', id } of tags) {
    const ids = layers.get(layer);
    if (ids) ids.push(id);
    else layers.set(layer, [id]);
  }
  return [...layers].map(([layer, ids]) => ({ layer, ids }));
}

function summary({ places, decided }: DisagreementsResult): string {
  return places === decided
    ? vscode.l10n.t('Every place is decided.')
    : vscode.l10n.t('{0} of {1} places are decided.', decided, places);
}
