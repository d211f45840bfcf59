import consoleCancel from '@salesforce/label/c.Console_Cancel';
import processUndoDoes from '@salesforce/label/c.Process_Undo_Does';
import processUndoKeeps from '@salesforce/label/c.Process_Undo_Keeps';
import processUndoLinks from '@salesforce/label/c.Process_Undo_Links';
import processUndoLive from '@salesforce/label/c.Process_Undo_Live';
import processUndoPeople from '@salesforce/label/c.Process_Undo_People';
import processUndoTitle from '@salesforce/label/c.Process_Undo_Title';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';

export const labels = {
  consoleCancel,
  processUndoDoes,
  processUndoKeeps,
  processUndoLinks,
  processUndoLive,
  processUndoPeople,
  processUndoTitle,
  runDryRun,
};
