/** A quote on one line, cut to a length that lists can show. */
export function oneLine(quote: string, length = 60): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  const points = [...line];
  return points.length > length ? `${points.slice(0, length - 1).join('')}…` : line;
}
