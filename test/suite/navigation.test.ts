import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import { closeAll, open, place } from './workbench.ts';

type Places = (vscode.Location | vscode.LocationLink)[];

/** The text of everything that the hover at a place says. */
async function hoverAt(document: vscode.TextDocument, range: vscode.Range): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    range.start.translate(0, 1),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}

/** `file:line` of each place that a provider answers. */
async function placesOf(
  provider: string,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<string[]> {
  const places = await vscode.commands.executeCommand<Places>(
    provider,
    document.uri,
    range.start.translate(0, 1),
  );
  return places.map((found) => {
    const [uri, { start }] =
      'targetUri' in found
        ? [found.targetUri, found.targetSelectionRange ?? found.targetRange]
        : [found.uri, found.range];
    return `${uri.path.split('/').at(-1)}:${start.line}`;
  });
}

suite('reading', () => {
  teardown(closeAll);

  test('the hover of a number gives kind, value and hedge', async () => {
    const { document } = await open('news.txt');
    const said = await hoverAt(document, place(document, '25 thousand'));
    match(said, /25[\s,.\u00a0\u202f]?000/);
    match(said, /more than/);
  });

  test('the hover of a number says the same in a text of another language', async () => {
    const { document } = await open('002_9f77b97cff9770ad.txt');
    const said = await hoverAt(document, place(document, '400 äärmuslast'));
    match(said, /rohkem kui/);
    match(said, /äärmuslast/);
  });

  test('the hover of a mention names its entity', async () => {
    const { document } = await open('news.txt');
    match(await hoverAt(document, place(document, 'Baghdad')), /Capital of Iraq/);
  });

  test('one hover, even where several things apply', async () => {
    const { document } = await open('news.txt');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place(document, 'Baghdad').start.translate(0, 1),
    );
    equal(hovers.length, 1);
  });

  test('the definition of a surname is the full name', async () => {
    const { document } = await open('news.txt');
    const range = place(document, 'Syromolotov', 1);
    const places = await placesOf('vscode.executeDefinitionProvider', document, range);
    ok(places.includes('news.txt:0'), places.join());
  });

  test('the definition of an abbreviation is its expansion', async () => {
    const { document } = await open('news.txt');
    const range = place(document, 'NRC', 1);
    const places = await placesOf('vscode.executeDefinitionProvider', document, range);
    ok(places.includes('news.txt:2'), places.join());
  });

  test('the definition of a registered entity is its record', async () => {
    const { document } = await open('news.txt');
    const range = place(document, 'Baghdad');
    const places = await placesOf('vscode.executeDefinitionProvider', document, range);
    ok(
      places.some((found) => found.startsWith('entities.json:')),
      places.join(),
    );
  });

  test('references list the mentions of the whole corpus', async () => {
    const { document } = await open('news.txt');
    const range = place(document, 'Baghdad');
    const places = await placesOf('vscode.executeReferenceProvider', document, range);
    const here = places.filter((found) => found.startsWith('news.txt:'));
    equal(here.length, 3, places.join());
    // One of the seeds spells it `Bagdad`, the alias of the registry.
    ok(
      places.some((found) => found.startsWith('003_')),
      places.join(),
    );
  });

  test('highlights mark the mentions of this text', async () => {
    const { document } = await open('news.txt');
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      place(document, 'Baghdad').start.translate(0, 1),
    );
    equal(highlights.length, 3);
  });

  test('numbers and entities have semantic tokens', async () => {
    const { document } = await open('news.txt');
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
      'vscode.provideDocumentRangeSemanticTokens',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    ok(tokens && tokens.data.length > 0);
  });

  test('workspace symbols find an entity', async () => {
    await open('news.txt');
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Baghdad',
    );
    ok(symbols.some((symbol) => symbol.name.includes('Baghdad')));
  });
});
