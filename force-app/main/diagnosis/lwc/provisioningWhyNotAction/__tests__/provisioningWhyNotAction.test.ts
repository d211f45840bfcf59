import ProvisioningDiagnosisWindow from 'c/provisioningDiagnosisWindow';
import ProvisioningWhyNotAction from 'c/provisioningWhyNotAction';
import * as navigation from 'lightning/navigation';
import { mount } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeDiagnosisController.explain', () => ({ default: jest.fn() }), { virtual: true });

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const open = jest.spyOn(ProvisioningDiagnosisWindow, 'open');

type Action = HTMLElement & { invoke(): Promise<void> };
const action = () =>
  mount('c-provisioning-why-not-action', ProvisioningWhyNotAction, { recordId: 'a00000000000001AAA' }) as unknown as Action;

describe('c-provisioning-why-not-action', () => {
  beforeEach(() => open.mockResolvedValue(undefined));
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('explains the employee of the record, and shows nothing of its own', async () => {
    const element = action();
    await element.invoke();
    expect(open).toHaveBeenCalledWith({ size: 'medium', label: 'Why Not This Person?', employeeId: 'a00000000000001AAA' });
    expect(navigate).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('opens the page that somebody follows in the window', async () => {
    const page = { type: 'standard__recordPage', attributes: { recordId: '005' } };
    open.mockResolvedValue(page);
    await action().invoke();
    expect(navigate).toHaveBeenCalledWith(page, undefined);
  });

  it('opens one window, though the platform calls twice, and another the next time', async () => {
    let close = (): void => undefined;
    open.mockReturnValue(new Promise((resolve) => (close = () => resolve(undefined))));
    const element = action();
    const first = element.invoke();
    await element.invoke();
    expect(open).toHaveBeenCalledTimes(1);
    close();
    await first;
    void element.invoke();
    expect(open).toHaveBeenCalledTimes(2);
  });
});
