import CHECK from '@salesforce/label/c.Preflight_Check_Everybody';
import CHECKED from '@salesforce/label/c.Preflight_Checked';
import EMPTY from '@salesforce/label/c.Preflight_Empty';
import FAILED from '@salesforce/label/c.Preflight_Failed';
import NEVER from '@salesforce/label/c.Preflight_Never';
import NOTHING from '@salesforce/label/c.Preflight_Nothing';
import OUTDATED from '@salesforce/label/c.Preflight_Outdated';
import POPULATION from '@salesforce/label/c.Preflight_Population';
import QUICK from '@salesforce/label/c.Preflight_Quick';
import STARTED from '@salesforce/label/c.Preflight_Started';
import TITLE from '@salesforce/label/c.Preflight_Title';

export const label = {
  check: CHECK,
  checked: CHECKED,
  empty: EMPTY,
  failed: FAILED,
  never: NEVER,
  nothing: NOTHING,
  outdated: OUTDATED,
  population: POPULATION,
  quick: QUICK,
  started: STARTED,
  title: TITLE,
};
