/**
 * Writes l10n/bundle.l10n.json: every text that the client shows through
 * `vscode.l10n.t`, for translators to copy to bundle.l10n.LANGUAGE.json.
 *
 *   node scripts/l10n.mjs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { inRoot } from './lib/root.mjs';

/** @returns {string[]} the texts, in alphabetical order, each once */
export function clientTexts() {
  const folder = inRoot('client/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => textsOf(name, readFileSync(join(folder, name), 'utf8')));
  return [...new Set(texts)].sort();
}

/**
 * @param {string} name of the file
 * @param {string} source
 * @returns {string[]} the first argument of each call of `l10n.t`
 */
function textsOf(name, source) {
  /** @type {string[]} */
  const texts = [];
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && /\bl10n\.t$/.test(node.expression.getText(file))) {
      const [text] = node.arguments;
      if (!text || !ts.isStringLiteralLike(text)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        throw new Error(`client/src/${name}:${line + 1}: l10n.t wants a literal text.`);
      }
      texts.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundle = Object.fromEntries(clientTexts().map((text) => [text, text]));
  writeFileSync(inRoot('l10n/bundle.l10n.json'), `${JSON.stringify(bundle, null, 2)}\n`);
}
