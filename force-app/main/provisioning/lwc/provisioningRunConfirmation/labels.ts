import consoleCancel from '@salesforce/label/c.Console_Cancel';
import overviewMinutes from '@salesforce/label/c.Overview_Minutes';
import overviewUnderMinute from '@salesforce/label/c.Overview_Under_Minute';
import runDryExplanation from '@salesforce/label/c.Run_Dry_Explanation';
import runDryRun from '@salesforce/label/c.Run_Dry_Run';
import runExplanation from '@salesforce/label/c.Run_Explanation';
import runFollow from '@salesforce/label/c.Run_Follow';
import runFollowNone from '@salesforce/label/c.Run_Follow_None';
import runHandsOut from '@salesforce/label/c.Run_Hands_Out';
import runHandsOutProfile from '@salesforce/label/c.Run_Hands_Out_Profile';
import runMinutes from '@salesforce/label/c.Run_Minutes';
import runNoGuard from '@salesforce/label/c.Run_No_Guard';
import runOff from '@salesforce/label/c.Run_Off';
import runOn from '@salesforce/label/c.Run_On';
import runOpen from '@salesforce/label/c.Run_Open';
import runRulesMay from '@salesforce/label/c.Run_Rules_May';
import runRun from '@salesforce/label/c.Run_Run';
import runSeats from '@salesforce/label/c.Run_Seats';
import runSeatsAfter from '@salesforce/label/c.Run_Seats_After';
import runSeatsAfterReserve from '@salesforce/label/c.Run_Seats_After_Reserve';
import runSeatsNow from '@salesforce/label/c.Run_Seats_Now';
import runTouches from '@salesforce/label/c.Run_Touches';
import runUserProvisioning from '@salesforce/label/c.Run_User_Provisioning';
import runWelcome from '@salesforce/label/c.Run_Welcome';
import runWelcomeMany from '@salesforce/label/c.Run_Welcome_Many';
import runWelcomeNone from '@salesforce/label/c.Run_Welcome_None';
import runWith from '@salesforce/label/c.Run_With';

export const labels = {
  overviewMinutes,
  overviewUnderMinute,
  consoleCancel,
  runDryExplanation,
  runDryRun,
  runExplanation,
  runFollow,
  runFollowNone,
  runMinutes,
  runHandsOut,
  runHandsOutProfile,
  runNoGuard,
  runOff,
  runOn,
  runOpen,
  runRulesMay,
  runRun,
  runSeats,
  runSeatsAfter,
  runSeatsAfterReserve,
  runSeatsNow,
  runTouches,
  runUserProvisioning,
  runWelcome,
  runWelcomeMany,
  runWelcomeNone,
  runWith,
};
