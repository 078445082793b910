import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { labelPlace } from '../core/corpus/labelPlaces.ts';
import { renameEntity } from '../core/corpus/registryEdits.ts';
import { sidecarOf } from '../core/tags/files.ts';
import { minimalEdit } from '../core/tags/minimalEdit.ts';
import type { Tag } from '../core/tags/model.ts';
import { rewriteSidecar } from '../core/tags/rewrite.ts';
import { parseSidecar } from '../core/tags/sidecar.ts';
import { ChunkedText } from '../core/text/document.ts';
import type { RenameTarget } from '../features/rename.ts';
import { Positions } from '../position.ts';
import { findFiles, nameOf } from '../workspace.ts';
import type { Corpus } from './corpus.ts';
import { unreadable } from './refusal.ts';
import type { Texts } from './texts.ts';

/** The edits that give an entity another id, or a label another name: in its definition and in every sidecar of the corpus. Rejects with a `Refusal` where one of these cannot be read. */
export async function renameEverywhere(
  texts: Texts,
  corpus: Corpus,
  { kind, name }: RenameTarget,
  newName: string,
): Promise<WorkspaceEdit> {
  const changes: Record<string, TextEdit[]> = {};
  const change = async (uri: string, rewrite: (source: string) => string) => {
    const source = await texts.sources.read(uri);
    if (source.kind !== 'text') return;
    const positions = new Positions(new ChunkedText(source.text), texts.encoding);
    const edits = minimalEdit(source.text, rewrite(source.text)).map(({ start, end, text }) => ({
      range: positions.range({ start, end }),
      newText: text,
    }));
    if (edits.length > 0) changes[uri] = edits;
  };
  if (kind === 'entity')
    await change(corpus.registryUri, (source) => renameEntity(source, name, newName));
  else await change(corpus.configurationUri, (source) => renameLabel(source, name, newName));
  const rename = (tag: Tag): Tag => {
    if (kind === 'entity') return tag.entity === name ? { ...tag, entity: newName } : tag;
    return tag.label === name ? { ...tag, label: newName } : tag;
  };
  const sidecars = await findFiles(
    texts.workspace,
    corpus.root,
    (file) => sidecarOf(file) !== null,
  );
  for (const uri of sidecars) {
    if (texts.corpusOf(uri) !== corpus) continue;
    await change(uri, (source) => rewriteTags(uri, source, name, rename));
  }
  return { changes };
}

/** What stands in the way of a new name, as a sentence, or null. */
export function refuseName(
  corpus: Corpus,
  { kind, name }: RenameTarget,
  newName: string,
): string | null {
  if (newName.trim() === '' || newName !== newName.trim())
    return 'A name must not be empty or have white space at its ends.';
  if (newName === name) return null;
  const taken =
    kind === 'entity'
      ? corpus.registry.entities.has(newName)
      : corpus.configuration.labels.some((label) => label.name === newName);
  if (!taken) return null;
  const file = nameOf(kind === 'entity' ? corpus.registryUri : corpus.configurationUri);
  return `${file} has “${newName}” already. Choose another name, or merge the two by hand.`;
}

function renameLabel(source: string, name: string, newName: string): string {
  const place = labelPlace(source, name);
  if (!place) return source;
  return (
    source.slice(0, place.start) + JSON.stringify(newName).slice(1, -1) + source.slice(place.end)
  );
}

/**
 * The sidecar with its tags rewritten. Throws a `Refusal` where it cannot be
 * read and names what is to be renamed.
 */
function rewriteTags(
  uri: string,
  source: string,
  name: string,
  rewrite: (tag: Tag) => Tag,
): string {
  const { value } = parseSidecar(source);
  if (!value) {
    if (source.includes(JSON.stringify(name))) throw unreadable(uri);
    return source;
  }
  const tags = value.tags.map(rewrite);
  if (tags.every((tag, i) => tag === value.tags[i])) return source;
  return rewriteSidecar(source, { ...value, tags }, value);
}
