import settingsRulesAddCondition from '@salesforce/label/c.Settings_Rules_Add_Condition';
import settingsRulesAddGroup from '@salesforce/label/c.Settings_Rules_Add_Group';
import settingsRulesAll from '@salesforce/label/c.Settings_Rules_All';
import settingsRulesAny from '@salesforce/label/c.Settings_Rules_Any';
import settingsRulesComparison from '@salesforce/label/c.Settings_Rules_Comparison';
import settingsRulesField from '@salesforce/label/c.Settings_Rules_Field';
import settingsRulesGroup from '@salesforce/label/c.Settings_Rules_Group';
import settingsRulesIsAfter from '@salesforce/label/c.Settings_Rules_Is_After';
import settingsRulesIsBefore from '@salesforce/label/c.Settings_Rules_Is_Before';
import settingsRulesIsContains from '@salesforce/label/c.Settings_Rules_Is_Contains';
import settingsRulesIsEmpty from '@salesforce/label/c.Settings_Rules_Is_Empty';
import settingsRulesIsEquals from '@salesforce/label/c.Settings_Rules_Is_Equals';
import settingsRulesIsIn from '@salesforce/label/c.Settings_Rules_Is_In';
import settingsRulesIsNot from '@salesforce/label/c.Settings_Rules_Is_Not';
import settingsRulesIsNotEmpty from '@salesforce/label/c.Settings_Rules_Is_Not_Empty';
import settingsRulesIsStartsWith from '@salesforce/label/c.Settings_Rules_Is_Starts_With';
import settingsRulesRemoveCondition from '@salesforce/label/c.Settings_Rules_Remove_Condition';
import settingsRulesValues from '@salesforce/label/c.Settings_Rules_Values';
import settingsRulesWhen from '@salesforce/label/c.Settings_Rules_When';

export const labels = {
  settingsRulesAddCondition,
  settingsRulesAddGroup,
  settingsRulesAll,
  settingsRulesAny,
  settingsRulesComparison,
  settingsRulesField,
  settingsRulesGroup,
  settingsRulesIsAfter,
  settingsRulesIsBefore,
  settingsRulesIsContains,
  settingsRulesIsEmpty,
  settingsRulesIsEquals,
  settingsRulesIsIn,
  settingsRulesIsNot,
  settingsRulesIsNotEmpty,
  settingsRulesIsStartsWith,
  settingsRulesRemoveCondition,
  settingsRulesValues,
  settingsRulesWhen,
};
