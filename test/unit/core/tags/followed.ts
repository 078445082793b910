import assert from 'node:assert/strict';
import { makeTag } from '../../../../server/src/core/tags/edits.ts';
import { TagTracker, type TextChange } from '../../../../server/src/core/tags/follow.ts';
import type { PlacedTag } from '../../../../server/src/core/tags/model.ts';

/** A text with tags that follow its edits; tags are written `[id:text]`. */
export class Followed {
  text: string;
  readonly tracker: TagTracker;

  constructor(marked: string) {
    const open: { id: string; start: number }[] = [];
    const spans: { id: string; start: number; end: number }[] = [];
    let text = '';
    for (const [piece, id] of marked.matchAll(/\[(\w+):|\]|[^[\]]+/g)) {
      if (id !== undefined) open.push({ id, start: text.length });
      else if (piece === ']') {
        const last = open.pop();
        if (last) spans.push({ ...last, end: text.length });
      } else text += piece;
    }
    this.text = text;
    const placed = spans.map((span): PlacedTag => {
      const tag = makeTag({ ...span, label: 'X' }, text);
      return { tag, start: tag.start, end: tag.end, status: 'exact', confidence: 1 };
    });
    this.tracker = new TagTracker(placed, { slice: (from, to) => this.text.slice(from, to) });
  }

  /** Puts `now` in the place of the first `was`. */
  replace(was: string, now: string): this {
    const start = this.text.indexOf(was);
    assert.ok(start >= 0, `“${was}” is there`);
    return this.edit({ start, end: start + was.length, text: now });
  }

  edit(change: TextChange): this {
    this.text = this.text.slice(0, change.start) + change.text + this.text.slice(change.end);
    this.tracker.apply(change);
    return this;
  }

  /** Every tag with what it covers now: `a exact "text"`. */
  get now(): string[] {
    return this.tracker
      .placed()
      .map(({ tag, status, start, end }) => `${tag.id} ${status} "${this.text.slice(start, end)}"`)
      .sort();
  }
}
