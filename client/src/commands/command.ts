import * as vscode from 'vscode';
import type { Session } from '../session.ts';

/** One command of the palette, of a menu or of a key. */
export interface Command {
  /** As in the manifest. */
  readonly id: string;
  /** Whether it begins only when the commands before it have ended. */
  readonly waits?: true;
  /** Does the command's work. A `Refusal` is shown to the user as it stands. */
  run(session: Session, argument: unknown): Promise<void>;
}

/** Why a command can't be done, in one sentence for the user. */
export class Refusal extends Error {}

/** No list that a person chooses from is longer. */
export const mostListed = 1000;

/** Registers the commands; what they refuse is said once, in one sentence. */
export function registerCommands(
  session: Session,
  commands: readonly Command[],
): vscode.Disposable {
  const running = new Set<Promise<void>>();
  return vscode.Disposable.from(
    ...commands.map(({ id, run, waits }) =>
      vscode.commands.registerCommand(id, async (argument: unknown) => {
        if (waits) await Promise.all(running);
        const done = shown(() => run(session, argument));
        running.add(done);
        await done;
        running.delete(done);
      }),
    ),
  );
}

/**
 * Runs an action; why it can't be done is said instead of thrown: in the
 * status bar where the person only has to do something else first, in a
 * message where the server could not do what was asked.
 */
export async function shown<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Refusal) {
      whisper(`$(info) ${error.message}`);
      return undefined;
    }
    const message = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(message);
    return undefined;
  }
}

/** Says something in the status bar, for a few seconds. */
export function whisper(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}
