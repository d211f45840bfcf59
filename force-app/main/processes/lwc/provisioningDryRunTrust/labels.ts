import trustAgain from '@salesforce/label/c.Trust_Again';
import trustPeople from '@salesforce/label/c.Trust_People';
import trustPeopleChanged from '@salesforce/label/c.Trust_People_Changed';
import trustPeopleSame from '@salesforce/label/c.Trust_People_Same';
import trustPeopleUnknown from '@salesforce/label/c.Trust_People_Unknown';
import trustSettingsActive from '@salesforce/label/c.Trust_Settings_Active';
import trustSettingsChanged from '@salesforce/label/c.Trust_Settings_Changed';
import trustSettingsSame from '@salesforce/label/c.Trust_Settings_Same';
import trustSettingsThen from '@salesforce/label/c.Trust_Settings_Then';
import trustTitle from '@salesforce/label/c.Trust_Title';
import trustUnknown from '@salesforce/label/c.Trust_Unknown';
import trustUnknownText from '@salesforce/label/c.Trust_Unknown_Text';

export const labels = {
  trustAgain,
  trustPeople,
  trustPeopleChanged,
  trustPeopleSame,
  trustPeopleUnknown,
  trustSettingsActive,
  trustSettingsChanged,
  trustSettingsSame,
  trustSettingsThen,
  trustTitle,
  trustUnknown,
  trustUnknownText,
};
