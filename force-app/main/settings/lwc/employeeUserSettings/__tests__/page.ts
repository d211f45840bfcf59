import EmployeeUserSettings from 'c/employeeUserSettings';
import getHistory from '@salesforce/apex/EmployeeUserSettingsController.getHistory';
import getOptions from '@salesforce/apex/EmployeeUserSettingsController.getOptions';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import saveSettings from '@salesforce/apex/EmployeeUserSettingsController.saveSettings';
import validateSettings from '@salesforce/apex/EmployeeUserSettingsController.validateSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import getPreflight from '@salesforce/apex/PreflightController.getPreflight';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import getGuardFigures from '@salesforce/apex/EmployeeLifecycleController.getGuardFigures';
import { CurrentPageReference } from 'lightning/navigation';
import { anError, apex, aPreflight, aPreview, aView, mount, one, settled, someOptions } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeUserSettingsController.compareVersions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.getHistory', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.getOptions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.getSettings', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.saveSettings', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.validateSettings', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.getRunPreview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProvisioningController.startRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.previewChanges', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.previewRestore', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.previewUser', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeUserSettingsController.restoreVersion', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.getGuardFigures', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PreflightController.getPreflight', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PreflightController.startCheck', () => ({ default: jest.fn() }), { virtual: true });

export const missing = anError();

export async function page() {
  const element = mount('c-employee-user-settings', EmployeeUserSettings);
  const toast = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent<{ title: string }>).detail.title));
  await settled();
  return { element, toast };
}
export const go = CurrentPageReference as unknown as { emit(page: object): void };
export const form = (element: Element) => one(element, 'c-provisioning-settings-form');
export const edit = (element: Element, settings: Apex.ProvisioningSettingsData) =>
  form(element).dispatchEvent(new CustomEvent('settingschange', { detail: settings }));
/** The versions, in their section. */
export async function history(element: Element) {
  one(element, 'c-provisioning-section-nav').dispatchEvent(new CustomEvent('sectionselect', { detail: 'history' }));
  await settled();
  return one(element, 'c-provisioning-settings-versions');
}
/** Whatever has the focus, through all shadows. */
export function deepFocus(at: Element = document.activeElement!): Element {
  const inner = at.shadowRoot?.activeElement;
  return inner ? deepFocus(inner) : at;
}
export const bar = (element: Element) => one(element, 'c-provisioning-save-bar');
export const save = (element: Element) => bar(element).dispatchEvent(new CustomEvent('save'));
export const cancel = (element: Element) => bar(element).dispatchEvent(new CustomEvent('cancel'));

/** What the server answers before a test says otherwise. */
export function answering(): void {
  beforeEach(() => {
    jest.useFakeTimers();
    Element.prototype.scrollIntoView = jest.fn();
    go.emit({ state: {} });
    apex(getSettings).mockResolvedValue(aView());
    apex(getOptions).mockResolvedValue(someOptions());
    apex(getHistory).mockResolvedValue([]);
    apex(validateSettings).mockResolvedValue([]);
    apex(saveSettings).mockResolvedValue(aView({ versionNumber: 4 }));
    apex(previewChanges).mockResolvedValue([]);
    apex(getGuardFigures).mockResolvedValue([]);
    apex(getPreflight).mockResolvedValue(aPreflight());
    apex(getRunPreview).mockResolvedValue(aPreview());
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });
}
