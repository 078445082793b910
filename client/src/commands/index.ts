import { addNote } from './addNote.ts';
import { adjudicate } from './adjudicate.ts';
import { changeLabel } from './changeLabel.ts';
import type { Command } from './command.ts';
import { compareContext } from './compareContext.ts';
import { createConfiguration } from './createConfiguration.ts';
import { acceptSuggestion, rejectSuggestion } from './judgeSuggestion.ts';
import { linkEntity } from './linkEntity.ts';
import { newAlias } from './newAlias.ts';
import { newEntity } from './newEntity.ts';
import { openRecord } from './openRecord.ts';
import { relateTag } from './relateTag.ts';
import { removeRelation } from './removeRelation.ts';
import { removeTag } from './removeTag.ts';
import { revealTag } from './revealTag.ts';
import { acceptAllPlaces, acceptPlace, dropAllLost, replaceTag } from './review.ts';
import { reviewTags } from './reviewTags.ts';
import { restartServer, showLog } from './serverCommands.ts';
import { setAttribute } from './setAttribute.ts';
import { showSidecar } from './showSidecar.ts';
import { suggestTags } from './suggestTags.ts';
import { tagAllMentions } from './tagAllMentions.ts';
import { startTagging, stopTagging } from './tagging.ts';
import { tagSelection, tagSelectionExactly } from './tagSelection.ts';
import { tagWithLabel } from './tagWithLabel.ts';
import { undoTagChange } from './undoTagChange.ts';
import { nextTag, previousTag } from './walkTags.ts';

/** Every command of the extension. */
export const commands: readonly Command[] = [
  tagSelection,
  tagSelectionExactly,
  tagWithLabel,
  startTagging,
  stopTagging,
  removeTag,
  changeLabel,
  linkEntity,
  newEntity,
  newAlias,
  addNote,
  setAttribute,
  relateTag,
  removeRelation,
  tagAllMentions,
  nextTag,
  previousTag,
  revealTag,
  showSidecar,
  undoTagChange,
  acceptSuggestion,
  rejectSuggestion,
  suggestTags,
  reviewTags,
  compareContext,
  acceptPlace,
  acceptAllPlaces,
  replaceTag,
  dropAllLost,
  adjudicate,
  openRecord,
  createConfiguration,
  showLog,
  restartServer,
];
