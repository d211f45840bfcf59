import preflightConfirm from '@salesforce/label/c.Preflight_Confirm';
import preflightConfirmAll from '@salesforce/label/c.Preflight_Confirm_All';
import preflightConfirmDone from '@salesforce/label/c.Preflight_Confirm_Done';
import preflightConfirmHelp from '@salesforce/label/c.Preflight_Confirm_Help';
import preflightConfirmRest from '@salesforce/label/c.Preflight_Confirm_Rest';
import preflightConfirmSelected from '@salesforce/label/c.Preflight_Confirm_Selected';

export const labels = {
  preflightConfirm,
  preflightConfirmAll,
  preflightConfirmDone,
  preflightConfirmHelp,
  preflightConfirmRest,
  preflightConfirmSelected,
};
