import ProvisioningPersonAction from 'c/provisioningPersonAction';
import ProvisioningPersonWindow from 'c/provisioningPersonWindow';
import * as navigation from 'lightning/navigation';
import provision from '@salesforce/apex/EmployeeListController.provision';
import { apex, aStartedProcess, mount, refusal } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeDiagnosisController.explain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeListController.provision', () => ({ default: jest.fn() }), { virtual: true });

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const open = jest.spyOn(ProvisioningPersonWindow, 'open');
const EMPLOYEE = 'a00000000000001AAA';

function action() {
  const element = mount('c-provisioning-person-action', ProvisioningPersonAction, { recordId: EMPLOYEE });
  const toast = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail));
  return { element, toast, invoke: () => (element as unknown as { invoke(): Promise<void> }).invoke() };
}

describe('c-provisioning-person-action', () => {
  beforeEach(() => {
    open.mockResolvedValue('run');
    apex(provision).mockResolvedValue(aStartedProcess({ name: 'PP-000007' }));
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('asks, starts a run for the employee alone, and links to it', async () => {
    const { element, toast, invoke } = action();
    await invoke();
    expect(open).toHaveBeenCalledWith({ size: 'medium', label: 'Provision this person?', employeeId: EMPLOYEE });
    expect(provision).toHaveBeenCalledWith({ employeeIds: [EMPLOYEE], dryRun: false });
    expect(toast).toHaveBeenCalledWith(expect.objectContaining({ title: 'PP-000007 has started', variant: 'success' }));
    expect(toast.mock.calls[0]![0].messageData[0].label).toBe('View Processes');
    await expect(element).toBeAccessible();
  });

  it('starts nothing when somebody thinks better of it', async () => {
    open.mockResolvedValue(undefined);
    const { toast, invoke } = action();
    await invoke();
    expect(provision).not.toHaveBeenCalled();
    expect(toast).not.toHaveBeenCalled();
  });

  it('says why it was refused', async () => {
    apex(provision).mockRejectedValue(refusal('You may not run user provisioning.'));
    const { toast, invoke } = action();
    await invoke();
    expect(toast).toHaveBeenCalledTimes(1);
    expect(toast).toHaveBeenCalledWith({
      title: 'This person was not provisioned',
      message: 'You may not run user provisioning.',
      variant: 'error',
      mode: 'sticky',
    });
  });

  it('opens the page that somebody follows in the window, and starts nothing', async () => {
    const page = { type: 'standard__recordPage', attributes: { recordId: '005' } };
    open.mockResolvedValue(page);
    await action().invoke();
    expect(navigate).toHaveBeenCalledWith(page, undefined);
    expect(provision).not.toHaveBeenCalled();
  });

  it('starts one run, though the platform calls twice', async () => {
    const { invoke } = action();
    await Promise.all([invoke(), invoke()]);
    expect(open).toHaveBeenCalledTimes(1);
    expect(provision).toHaveBeenCalledTimes(1);
  });
});
