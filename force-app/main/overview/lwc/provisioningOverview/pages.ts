import type { PageReference } from 'lightning/navigation';

const pageOf = (apiName: string, state: Readonly<Record<string, string>> = {}): PageReference => ({
  type: 'standard__navItemPage',
  attributes: { apiName },
  state,
});

export const RUNS = pageOf('View_Processes');
export const IMPORT = pageOf('Import_Employees');
export const LEAVERS = pageOf('Leavers_And_Changes');
export const runPage = (id: string | null): PageReference => pageOf('View_Processes', { c__process: id ?? '' });
export const settingsPage = (section?: string): PageReference => pageOf('Employee_User_Settings', section ? { c__section: section } : {});
/** The list of employees in one of its views, and of those who ended so in their last run, for that cause. */
export const peoplePage = (view: string, outcome?: string, cause?: string): PageReference =>
  pageOf('Provisioning_Employees', { c__view: view, ...(outcome && { c__outcome: outcome }), ...(cause && { c__cause: cause }) });
