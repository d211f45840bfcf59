import preflightChecked from '@salesforce/label/c.Preflight_Checked';
import preflightCheckEverybody from '@salesforce/label/c.Preflight_Check_Everybody';
import preflightEmpty from '@salesforce/label/c.Preflight_Empty';
import preflightFailed from '@salesforce/label/c.Preflight_Failed';
import preflightNever from '@salesforce/label/c.Preflight_Never';
import preflightNothing from '@salesforce/label/c.Preflight_Nothing';
import preflightOutdated from '@salesforce/label/c.Preflight_Outdated';
import preflightPopulation from '@salesforce/label/c.Preflight_Population';
import preflightQuick from '@salesforce/label/c.Preflight_Quick';
import preflightRulePeople from '@salesforce/label/c.Preflight_Rule_People';
import preflightRules from '@salesforce/label/c.Preflight_Rules';
import preflightRuleSeats from '@salesforce/label/c.Preflight_Rule_Seats';
import preflightStarted from '@salesforce/label/c.Preflight_Started';
import preflightTitle from '@salesforce/label/c.Preflight_Title';

export const labels = {
  preflightChecked,
  preflightCheckEverybody,
  preflightEmpty,
  preflightFailed,
  preflightNever,
  preflightNothing,
  preflightOutdated,
  preflightPopulation,
  preflightQuick,
  preflightRulePeople,
  preflightRules,
  preflightRuleSeats,
  preflightStarted,
  preflightTitle,
};
