import consoleCancel from '@salesforce/label/c.Console_Cancel';
import processUndoAccept from '@salesforce/label/c.Process_Undo_Accept';
import processUndoDoes from '@salesforce/label/c.Process_Undo_Does';
import processUndoGuard from '@salesforce/label/c.Process_Undo_Guard';
import processUndoKeeps from '@salesforce/label/c.Process_Undo_Keeps';
import processUndoLinks from '@salesforce/label/c.Process_Undo_Links';
import processUndoLive from '@salesforce/label/c.Process_Undo_Live';
import processUndoPeople from '@salesforce/label/c.Process_Undo_People';
import processUndoStay from '@salesforce/label/c.Process_Undo_Stay';
import processUndoTitle from '@salesforce/label/c.Process_Undo_Title';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';

export const labels = {
  consoleCancel,
  processUndoAccept,
  processUndoDoes,
  processUndoGuard,
  processUndoKeeps,
  processUndoLinks,
  processUndoLive,
  processUndoPeople,
  processUndoStay,
  processUndoTitle,
  runDryRun,
};
