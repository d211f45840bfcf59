import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import CLOSE from '@salesforce/label/c.Console_Close';
import TITLE from '@salesforce/label/c.Diagnosis_Title';

/** The window "Why Not This Person?" over any list of people. */
export default class DiagnosisWindow extends LightningModal {
  @api employeeId: string | null = null;
  readonly labels = { title: TITLE, close: CLOSE };

  handleClose(): void {
    this.close();
  }
}
