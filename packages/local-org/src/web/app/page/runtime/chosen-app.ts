const STORED = 'localOrg.app';

/** Name of the app that was chosen last in this browser. */
export const chosenApp = (): string | null => localStorage.getItem(STORED);
export const chooseApp = (name: string): void => localStorage.setItem(STORED, name);
