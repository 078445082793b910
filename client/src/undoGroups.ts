/**
 * How many server commands each user action took, so that one undo takes back
 * all that one action did (a tag at each of several cursors, say).
 */
export class UndoGroups {
  private readonly groups = new Map<string, number[]>();
  private readonly open = new Map<string, number>();

  /** One command changed a text's tags. */
  changed(uri: string): void {
    const count = this.open.get(uri);
    if (count === undefined) this.of(uri).push(1);
    else this.open.set(uri, count + 1);
  }

  /** Commands that `action` runs on this text count as one step. */
  async together<T>(uri: string, action: () => Promise<T>): Promise<T> {
    if (this.open.has(uri)) return action();
    this.open.set(uri, 0);
    try {
      return await action();
    } finally {
      const count = this.open.get(uri) ?? 0;
      this.open.delete(uri);
      if (count > 0) this.of(uri).push(count);
    }
  }

  /** The number of commands of the last step, which is forgotten; 1 where none is known, since the server may know more. */
  pop(uri: string): number {
    return this.groups.get(uri)?.pop() ?? 1;
  }

  clear(): void {
    this.groups.clear();
  }

  private of(uri: string): number[] {
    const known = this.groups.get(uri);
    if (known) return known;
    const made: number[] = [];
    this.groups.set(uri, made);
    return made;
  }
}
