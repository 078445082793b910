import type { Command } from '../command.ts';
import { analyze } from './analyze.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { merge } from './merge.ts';
import { index } from './names.ts';
import { resolve } from './resolve.ts';
import { suggest } from './suggest.ts';
import { tag } from './tag.ts';
import { textconv } from './textconv.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  analyze,
  check,
  tag,
  suggest,
  resolve,
  index,
  diff,
  merge,
  textconv,
];
