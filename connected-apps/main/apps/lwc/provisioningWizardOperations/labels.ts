import appsAvailable from '@salesforce/label/c.Apps_Available';
import appsDeactivation from '@salesforce/label/c.Apps_Deactivation';
import appsDeactivationDelete from '@salesforce/label/c.Apps_Deactivation_Delete';
import appsDeactivationInactive from '@salesforce/label/c.Apps_Deactivation_Inactive';
import appsDelay from '@salesforce/label/c.Apps_Delay';
import appsDeleteAfter from '@salesforce/label/c.Apps_Delete_After';
import appsDeleteConfirm from '@salesforce/label/c.Apps_Delete_Confirm';
import appsEntitling from '@salesforce/label/c.Apps_Entitling';
import appsEntitlingHelp from '@salesforce/label/c.Apps_Entitling_Help';
import appsOperationCreate from '@salesforce/label/c.Apps_Operation_Create';
import appsOperationEnable from '@salesforce/label/c.Apps_Operation_Enable';
import appsOperationSuspend from '@salesforce/label/c.Apps_Operation_Suspend';
import appsOperationUpdate from '@salesforce/label/c.Apps_Operation_Update';
import appsOperationsTitle from '@salesforce/label/c.Apps_Operations_Title';
import appsSelected from '@salesforce/label/c.Apps_Selected';

export const labels = {
  appsAvailable,
  appsDeactivation,
  appsDeactivationDelete,
  appsDeactivationInactive,
  appsDelay,
  appsDeleteAfter,
  appsDeleteConfirm,
  appsEntitling,
  appsEntitlingHelp,
  appsOperationCreate,
  appsOperationEnable,
  appsOperationSuspend,
  appsOperationUpdate,
  appsOperationsTitle,
  appsSelected,
};
