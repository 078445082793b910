import * as vscode from 'vscode';
import { hexColour, type LabelColour } from '../palette.ts';
import { settings } from '../settings.ts';

/** What sets one tag's drawing apart from another's. */
export interface Look {
  readonly colour: LabelColour;
  /** The label's name, drawn behind the tag in the `labelled` style. */
  readonly title: string;
  /** Solid for a sure tag, dashed for one that moved or changed, dotted for a suggestion. */
  readonly line: 'solid' | 'dashed' | 'dotted';
  /** Lies in another tag: its line is drawn higher, so that both lines show. */
  readonly nested: boolean;
}

/** One decoration type for each look, made when it is first needed. */
export class DecorationTypes {
  private readonly types = new Map<string, vscode.TextEditorDecorationType>();

  get(look: Look): vscode.TextEditorDecorationType {
    const key = JSON.stringify(look);
    const known = this.types.get(key);
    if (known) return known;
    const made = vscode.window.createTextEditorDecorationType(rendering(look));
    this.types.set(key, made);
    return made;
  }

  all(): Iterable<vscode.TextEditorDecorationType> {
    return this.types.values();
  }

  /** Removes every drawing; the next `get` makes types anew for the theme and settings then. */
  clear(): void {
    for (const type of this.types.values()) type.dispose();
    this.types.clear();
  }
}

function rendering({ colour, title, line, nested }: Look): vscode.DecorationRenderOptions {
  const ink = inkOf(colour);
  const style = settings.decorationStyle();
  const plain = style === 'line' || line === 'dotted' || highContrast();
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: ink.theme,
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    ...(!plain && { backgroundColor: ink.wash, borderRadius: '2px' }),
    ...(nested
      ? { textDecoration: `underline ${line} 2px ${ink.css}; text-underline-offset: 3px` }
      : { borderWidth: '0 0 2px 0', borderStyle: line, borderColor: ink.theme }),
    ...(style === 'labelled' && {
      after: {
        contentText: title,
        color: ink.theme,
        margin: '0 0 0 0.3em',
        textDecoration: 'none; font-size: 0.7em; vertical-align: super; line-height: 1',
      },
    }),
  };
}

/** A label's colour for lines and marks, for the background, and as CSS. */
function inkOf(colour: LabelColour): {
  readonly theme: vscode.ThemeColor | string;
  readonly wash: vscode.ThemeColor | string;
  readonly css: string;
} {
  if (colour.kind === 'fixed') {
    return { theme: colour.hex, wash: `${colour.hex}33`, css: colour.hex };
  }
  const id = `glossator.label.${colour.name}`;
  return {
    theme: new vscode.ThemeColor(id),
    wash: new vscode.ThemeColor(`${id}Background`),
    css: `var(--vscode-${id.replaceAll('.', '-')}, ${hexColour(colour, background())})`,
  };
}

function background(): 'light' | 'dark' {
  const { kind } = vscode.window.activeColorTheme;
  const light = [vscode.ColorThemeKind.Light, vscode.ColorThemeKind.HighContrastLight];
  return light.includes(kind) ? 'light' : 'dark';
}

function highContrast(): boolean {
  const { kind } = vscode.window.activeColorTheme;
  return [vscode.ColorThemeKind.HighContrast, vscode.ColorThemeKind.HighContrastLight].includes(
    kind,
  );
}
