import * as vscode from 'vscode';
import { dotIcon, type LabelColour } from '../palette.ts';

/** A dot in a label's colour, for trees. */
export function labelIcon(colour: LabelColour): vscode.ThemeIcon | vscode.Uri {
  if (colour.kind === 'fixed') return vscode.Uri.parse(dotIcon(colour.hex), true);
  return new vscode.ThemeIcon(
    'circle-filled',
    new vscode.ThemeColor(`glossator.label.${colour.name}`),
  );
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
