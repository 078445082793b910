import type { CorpusFacts, TaggedText } from '../format.ts';
import { allowed, content, element, group, textElement } from './xml.ts';

/** The program's name in the header, by which its own files are known. */
export const APPLICATION = 'glossator';

/**
 * The header of a document: what it is called, who tagged, the labels, what is
 * said of the text as a whole.
 * @param people the annotators' names by their `xml:id`
 */
export function headerOf(
  { file, sidecar }: TaggedText,
  { tagset }: CorpusFacts,
  people: ReadonlyMap<string, string>,
): string {
  const statements = Array.from(people, ([id, name]) =>
    element(
      'respStmt',
      { 'xml:id': id },
      `<resp>annotation</resp>${textElement('name', {}, name)}`,
    ),
  );
  const categories = tagset.labels.map(({ name, title }, i) => {
    const description = textElement('catDesc', {}, title ?? name);
    return element('category', { 'xml:id': `label.${i + 1}`, n: allowed(name) }, description);
  });
  const keywords = sidecar.document.labels.map((label) => textElement('term', {}, label));
  const description = group(
    'fileDesc',
    {},
    [
      group('titleStmt', {}, [textElement('title', {}, file), ...statements], 6),
      '<publicationStmt><p>Exported from a corpus of plain texts.</p></publicationStmt>',
      `<sourceDesc><p>The text ${content(file)}.</p></sourceDesc>`,
    ],
    4,
  );
  const encoding = [
    `<appInfo><application ident="${APPLICATION}" version="1"><label>Glossator</label></application></appInfo>`,
    categories.length === 0
      ? ''
      : `<classDecl>${group('taxonomy', { 'xml:id': 'labels' }, categories, 6)}</classDecl>`,
  ];
  const profile =
    keywords.length === 0
      ? ''
      : `<profileDesc><textClass>${element('keywords', {}, keywords.join(''))}</textClass></profileDesc>`;
  const parts = [description, group('encodingDesc', {}, encoding.filter(Boolean), 4), profile];
  return group('teiHeader', {}, parts.filter(Boolean), 2);
}
