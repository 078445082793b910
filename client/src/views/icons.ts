import * as vscode from 'vscode';
import { dotIcon, hexColour, type LabelColour } from '../palette.ts';

/** A dot in a label's colour, for trees. */
export function labelIcon(colour: LabelColour): vscode.ThemeIcon | vscode.Uri {
  if (colour.kind === 'fixed') return vscode.Uri.parse(dotIcon(colour.hex), true);
  return new vscode.ThemeIcon(
    'circle-filled',
    new vscode.ThemeColor(`glossator.label.${colour.name}`),
  );
}

/** The same for quick picks, which give theme icons no colour. */
export function labelDot(colour: LabelColour): { light: vscode.Uri; dark: vscode.Uri } {
  const icon = (background: 'light' | 'dark') =>
    vscode.Uri.parse(dotIcon(hexColour(colour, background)), true);
  return { light: icon('light'), dark: icon('dark') };
}

const typeIcons: Readonly<Record<string, string>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'location',
};

/** An icon for an entity's type. */
export function entityIcon(type: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(typeIcons[type] ?? 'symbol-misc');
}
