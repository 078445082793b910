import type { Command } from '../command.ts';
import { agree } from './agree.ts';
import { analyze } from './analyze.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { exportTags } from './export.ts';
import { importTags } from './import.ts';
import { kwic } from './kwic.ts';
import { merge } from './merge.ts';
import { index } from './names.ts';
import { resolve } from './resolve.ts';
import { stats } from './stats.ts';
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
  exportTags,
  importTags,
  index,
  stats,
  kwic,
  agree,
  diff,
  merge,
  textconv,
];
