import forecastCheck from '@salesforce/label/c.Forecast_Check';
import forecastDryRun from '@salesforce/label/c.Forecast_DryRun';
import forecastFailing from '@salesforce/label/c.Forecast_Failing';
import forecastNobodyFails from '@salesforce/label/c.Forecast_Nobody_Fails';
import forecastNone from '@salesforce/label/c.Forecast_None';
import forecastTitle from '@salesforce/label/c.Forecast_Title';
import outcomeWouldFail from '@salesforce/label/c.Outcome_Would_Fail';
import preflightCheckEverybody from '@salesforce/label/c.Preflight_Check_Everybody';
import preflightChecked from '@salesforce/label/c.Preflight_Checked';
import runExpectCreated from '@salesforce/label/c.Run_Expect_Created';
import runExpectLinked from '@salesforce/label/c.Run_Expect_Linked';

export const labels = {
  forecastCheck,
  forecastDryRun,
  forecastFailing,
  forecastNobodyFails,
  forecastNone,
  forecastTitle,
  outcomeWouldFail,
  preflightCheckEverybody,
  preflightChecked,
  runExpectCreated,
  runExpectLinked,
};
