/** Runs an action once nothing has asked for it for a while. */
export class OnceAtRest {
  private readonly action: () => unknown;
  private readonly rest: number;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param rest in milliseconds
   */
  constructor(action: () => unknown, rest: number) {
    this.action = action;
    this.rest = rest;
  }

  /** Asks for the action; the waiting begins anew. */
  readonly ask = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.action, this.rest);
  };

  dispose(): void {
    clearTimeout(this.timer);
  }
}
