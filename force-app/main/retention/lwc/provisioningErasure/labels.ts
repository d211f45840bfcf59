import consoleCancel from '@salesforce/label/c.Console_Cancel';
import erasureAsk from '@salesforce/label/c.Erasure_Ask';
import erasureConsequence from '@salesforce/label/c.Erasure_Consequence';
import erasureDone from '@salesforce/label/c.Erasure_Done';
import erasureGoes from '@salesforce/label/c.Erasure_Goes';
import erasureHeading from '@salesforce/label/c.Erasure_Heading';
import erasureNothing from '@salesforce/label/c.Erasure_Nothing';
import erasureStays from '@salesforce/label/c.Erasure_Stays';
import erasureSure from '@salesforce/label/c.Erasure_Sure';

export const labels = {
  consoleCancel,
  erasureAsk,
  erasureConsequence,
  erasureDone,
  erasureGoes,
  erasureHeading,
  erasureNothing,
  erasureStays,
  erasureSure,
};
