import { format } from 'c/provisioningTexts';
import MANY from '@salesforce/label/c.Run_Summary';
import NONE from '@salesforce/label/c.Run_Summary_None';
import ONE from '@salesforce/label/c.Run_Summary_One';

/** How many employees wait for a user, in words; nothing while that is not known. */
export function whoWaits({ eligible }: Apex.RunPreview): string {
  if (eligible === null) return '';
  if (eligible === 0) return NONE;
  return eligible === 1 ? ONE : format(MANY, eligible);
}
