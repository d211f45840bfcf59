import ProvisioningSamePerson from 'c/provisioningSamePerson';
import confirmSamePerson from '@salesforce/apex/EmployeeIdentityController.confirmSamePerson';
import takeOver from '@salesforce/apex/EmployeeIdentityController.takeOver';
import { aDiagnosis, all, apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeIdentityController.confirmSamePerson', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeIdentityController.takeOver', () => ({ default: jest.fn() }), { virtual: true });

const DANA: Apex.EmployeeDiagnosisSamePerson = {
  employeeId: '9gs000000000500AAA',
  employeeNumber: 'C-500',
  name: 'Dana Convert',
  userId: '005000000000001AAA',
  reasons: ['SAME_NAME', 'SAME_EMAIL'],
};
const PREVIEW: Apex.EmployeeTakeOver = {
  employeeId: '9gs000000000900AAA',
  employeeNumber: 'E-900',
  name: 'Dana Convert',
  fromEmployeeId: DANA.employeeId,
  fromEmployeeNumber: DANA.employeeNumber,
  fromName: DANA.name,
  userId: DANA.userId,
  username: 'dana.convert@a.example',
  mode: 'DryRun',
  reasons: DANA.reasons,
  sentences: ['The user goes over.', 'For good.'],
};

async function shown(changes: Partial<Apex.EmployeeDiagnosis>) {
  const element = mount('c-provisioning-same-person', ProvisioningSamePerson, {
    diagnosis: aDiagnosis({ employeeId: '9gs000000000900AAA', userId: null, samePerson: [DANA], ...changes }),
  });
  const decided = jest.fn();
  element.addEventListener('decided', decided);
  await settled();
  return { element, decided };
}

describe('c-provisioning-same-person', () => {
  beforeEach(() => apex(takeOver).mockResolvedValue(PREVIEW));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it.each([{ samePerson: [] }, { userId: DANA.userId }, { samePerson: [{ ...DANA, userId: null }] }, { succeededBy: 'E-1' }])(
    'says nothing where nobody looks like the person, or nobody has a user to take over',
    async (changes) => {
      const { element } = await shown(changes);
      expect(textOf(element)).toBe('');
    },
  );

  it('names who looks like the person, and why', async () => {
    const { element } = await shown({});
    expect(textOf(element)).toContain('C-500 Dana Convert (same name, same address)');
    await expect(element).toBeAccessible();
  });

  it('shows what would change, begins on Cancel and gives the focus back', async () => {
    const { element, decided } = await shown({});
    const button = one(element, `[data-id="${DANA.employeeId}"]`);
    const focused = jest.fn();
    button.focus = focused;
    button.click();
    await settled();
    expect(takeOver).toHaveBeenCalledWith({ employee: '9gs000000000900AAA', fromEmployee: DANA.employeeId, isConfirmed: false });
    expect(textOf(element)).toContain('E-900 Dana Convert takes over the user of C-500 Dana Convert');
    expect(all(element, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Employee', 'C-500 Dana Convert', 'E-900 Dana Convert'],
      ['User', 'dana.convert@a.example', 'none'],
      ['User afterwards', 'none', 'dana.convert@a.example'],
    ]);
    expect(textOf(element)).toContain('For good.');
    await expect(element).toBeAccessible();
    one(element, '[data-part="cancel"]').click();
    await settled();
    expect(all(element, '[data-part="preview"]')).toHaveLength(0);
    expect(focused).toHaveBeenCalled();
    expect(decided).not.toHaveBeenCalled();
  });

  it('takes over once somebody is sure', async () => {
    const { element, decided } = await shown({});
    one(element, `[data-id="${DANA.employeeId}"]`).click();
    await settled();
    one(element, '[data-part="sure"]').click();
    await settled();
    expect(takeOver).toHaveBeenLastCalledWith({ employee: '9gs000000000900AAA', fromEmployee: DANA.employeeId, isConfirmed: true });
    expect(decided).toHaveBeenCalledTimes(1);
  });

  it('says why it is not possible', async () => {
    apex(takeOver).mockRejectedValue(refusal('The org refuses a second record.'));
    const { element, decided } = await shown({});
    one(element, `[data-id="${DANA.employeeId}"]`).click();
    await settled();
    expect(one(element, '[role="alert"]').textContent).toBe('The org refuses a second record.');
    expect(decided).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('lets somebody say that it is the same person', async () => {
    const { forecast } = aDiagnosis();
    const { element, decided } = await shown({ samePerson: [], forecast: forecast && { ...forecast, changesCause: 'DIFFERENT_PERSON' } });
    await expect(element).toBeAccessible();
    labelled(element, 'lightning-button', 'The same person').click();
    await settled();
    expect(confirmSamePerson).toHaveBeenCalledWith({ employee: '9gs000000000900AAA' });
    expect(decided).toHaveBeenCalledTimes(1);
  });
});
