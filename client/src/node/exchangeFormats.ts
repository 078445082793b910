import * as vscode from 'vscode';

/** A format that tags come from and go to. */
export interface ExchangeFormat {
  /** As the command line names it. */
  readonly id: string;
  readonly title: string;
  /** What its files are. */
  readonly about: string;
  /** Whether one file holds many texts, so that a person chooses files and no folder. */
  readonly inOneFile?: boolean;
}

/** The formats of the command line, in its order. */
export function exchangeFormats(): ExchangeFormat[] {
  return [
    { id: 'brat', title: 'brat', about: vscode.l10n.t('a .txt and a .ann file for each text') },
    {
      id: 'conll',
      title: 'CoNLL 2003',
      about: vscode.l10n.t('a token and its label a line, nothing else'),
    },
    {
      id: 'conllu',
      title: 'CoNLL-U',
      about: vscode.l10n.t('tokens in ten columns, tags in the last one'),
    },
    {
      id: 'webanno-tsv',
      title: 'WebAnno TSV',
      about: vscode.l10n.t('what INCEpTION and WebAnno exchange'),
    },
    {
      id: 'uima-json',
      title: 'UIMA CAS JSON',
      about: vscode.l10n.t('what INCEpTION and cassis exchange'),
    },
    {
      id: 'spacy-jsonl',
      title: 'spaCy, Prodigy',
      about: vscode.l10n.t('JSON lines, a text a line'),
      inOneFile: true,
    },
    {
      id: 'doccano-jsonl',
      title: 'doccano',
      about: vscode.l10n.t('JSON lines, a text a line'),
      inOneFile: true,
    },
    {
      id: 'label-studio',
      title: 'Label Studio',
      about: vscode.l10n.t('JSON tasks'),
      inOneFile: true,
    },
    { id: 'w3c', title: 'Web Annotation', about: vscode.l10n.t('JSON-LD beside each text') },
    {
      id: 'pubannotation',
      title: 'PubAnnotation',
      about: vscode.l10n.t('JSON, as TextAE shows it'),
    },
    {
      id: 'tei',
      title: 'TEI P5',
      about: vscode.l10n.t('XML with the names marked up in the text'),
    },
  ];
}

/** Asks for a format; undefined where the person chose none. */
export async function pickFormat(title: string): Promise<ExchangeFormat | undefined> {
  const items = exchangeFormats().map((format) => ({
    label: format.title,
    description: format.about,
    format,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return chosen?.format;
}
