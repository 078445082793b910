import { isTextNode, nameOf, XmlElement } from './parse.ts';
import { characterOf, collapsed } from './xml.ts';

/** The text of an element outside the text proper: white space collapsed, except where it is said to matter. */
export function wordsOf(element: XmlElement): string {
  const text = rawText(element);
  return element.attributes['xml:space'] === 'preserve' ? text : collapsed(text);
}

function rawText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (isTextNode(child)) return child.text;
      if (!(child instanceof XmlElement)) return '';
      const character = nameOf(child) === 'g' ? characterOf(child.attributes.n) : null;
      return character ?? rawText(child);
    })
    .join('');
}
