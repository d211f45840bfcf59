import preflightConfirm from '@salesforce/label/c.Preflight_Confirm';
import preflightConfirmDone from '@salesforce/label/c.Preflight_Confirm_Done';
import preflightConfirmHelp from '@salesforce/label/c.Preflight_Confirm_Help';
import preflightConfirmSelected from '@salesforce/label/c.Preflight_Confirm_Selected';

export const labels = { preflightConfirm, preflightConfirmDone, preflightConfirmHelp, preflightConfirmSelected };
