import forecastCheck from '@salesforce/label/c.Forecast_Check';
import forecastDryRun from '@salesforce/label/c.Forecast_DryRun';
import forecastFailing from '@salesforce/label/c.Forecast_Failing';
import forecastNobodyFails from '@salesforce/label/c.Forecast_Nobody_Fails';
import forecastNone from '@salesforce/label/c.Forecast_None';
import forecastTitle from '@salesforce/label/c.Forecast_Title';
import preflightCheckEverybody from '@salesforce/label/c.Preflight_Check_Everybody';
import preflightChecked from '@salesforce/label/c.Preflight_Checked';

export const labels = {
  forecastCheck,
  forecastDryRun,
  forecastFailing,
  forecastNobodyFails,
  forecastNone,
  forecastTitle,
  preflightCheckEverybody,
  preflightChecked,
};
