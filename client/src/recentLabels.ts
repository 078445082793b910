/** As much of `vscode.Memento` as is needed. */
interface Memory {
  get<T>(key: string, otherwise: T): T;
  update(key: string, value: unknown): PromiseLike<void>;
}

const key = 'recentLabels';
const kept = 20;

/** The labels that were used last, remembered with the workspace. */
export class RecentLabels {
  private readonly memory: Memory;
  constructor(memory: Memory) {
    this.memory = memory;
  }

  used(label: string): void {
    const others = this.names().filter((name) => name !== label);
    void this.memory.update(key, [label, ...others].slice(0, kept));
  }

  /** The same labels, those used last in front, the others in their own order. */
  order<T extends { readonly name: string }>(labels: readonly T[]): T[] {
    const names = this.names();
    const rank = (label: T): number => {
      const at = names.indexOf(label.name);
      return at < 0 ? names.length : at;
    };
    return [...labels].sort((a, b) => rank(a) - rank(b));
  }

  private names(): string[] {
    return this.memory.get<string[]>(key, []);
  }
}
