import appsFactCredential from '@salesforce/label/c.Apps_Fact_Credential';
import appsFactNone from '@salesforce/label/c.Apps_Fact_None';
import appsPlatformCheck from '@salesforce/label/c.Apps_Platform_Check';
import appsPlatformLast from '@salesforce/label/c.Apps_Platform_Last';
import appsPlatformName from '@salesforce/label/c.Apps_Platform_Name';
import appsPlatformNone from '@salesforce/label/c.Apps_Platform_None';
import appsPlatformNotes from '@salesforce/label/c.Apps_Platform_Notes';
import appsPlatformOff from '@salesforce/label/c.Apps_Platform_Off';
import appsPlatformOn from '@salesforce/label/c.Apps_Platform_On';
import appsPlatformOnUpdate from '@salesforce/label/c.Apps_Platform_On_Update';
import appsPlatformOperations from '@salesforce/label/c.Apps_Platform_Operations';
import appsPlatformPage from '@salesforce/label/c.Apps_Platform_Page';
import appsPlatformText from '@salesforce/label/c.Apps_Platform_Text';
import appsReconFilter from '@salesforce/label/c.Apps_Recon_Filter';

export const labels = {
  appsFactCredential,
  appsFactNone,
  appsPlatformCheck,
  appsPlatformLast,
  appsPlatformName,
  appsPlatformNone,
  appsPlatformNotes,
  appsPlatformOff,
  appsPlatformOn,
  appsPlatformOnUpdate,
  appsPlatformOperations,
  appsPlatformPage,
  appsPlatformText,
  appsReconFilter,
};
