import type { ProseMessage } from '../../core/prose/processor.ts';

/** What the thread is started with. */
export interface ProseOrder {
  /** Path of the folder that plugins are looked for in. */
  readonly folder: string;
  readonly plugins: readonly (readonly [name: string, options: unknown])[];
  /** One number, shared: the index of the plugin that is loaded or run at the moment. */
  readonly current: Int32Array;
}

/** What the thread answers when it is ready and to each text: messages, or that the current plugin failed. */
export type ProseAnswer =
  | { readonly messages: readonly ProseMessage[] }
  | {
      readonly failed: string;
      /** Whether the plugin, or something that it needs, was not found. */
      readonly missing?: boolean;
    };
