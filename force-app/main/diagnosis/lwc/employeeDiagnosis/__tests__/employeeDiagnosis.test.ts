import EmployeeDiagnosis from 'c/employeeDiagnosis';
import explain from '@salesforce/apex/EmployeeDiagnosisController.explain';
import { aFinding, all, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeDiagnosisController.explain', () => ({ default: jest.fn() }), { virtual: true });

const apex = explain as unknown as jest.Mock;

function aForecast(changes: Partial<Apex.EmployeeDiagnosisForecast> = {}): Apex.EmployeeDiagnosisForecast {
  return {
    outcome: 'Failed',
    cause: 'AMBIGUOUS_MATCH',
    causeLabel: 'Several users match',
    message: 'ada@one.example, ada@two.example',
    howToFix: 'Give the employee number to one of them only.',
    userId: null,
    obstacles: [],
    liveProcessId: null,
    leaverAction: null,
    changes: [],
    ...changes,
  };
}

function aDiagnosis(changes: Partial<Apex.EmployeeDiagnosis> = {}): Apex.EmployeeDiagnosis {
  return {
    employeeId: '0Em000000000001AAA',
    employeeNumber: 'E100001',
    name: 'Zoë O’Neil',
    status: 'Active',
    source: 'Employee2',
    userId: null,
    username: null,
    eligible: true,
    rule: 'R1',
    reasonCode: 'ELIGIBLE',
    reason: 'Is in scope.',
    matches: [
      {
        rule: 'EMPLOYEE_NUMBER',
        label: 'Same employee number',
        enabled: true,
        decides: true,
        verdict: 'This rule decides.',
        users: [{ id: '005000000000001AAA', username: 'ada@one.example', active: true, linked: false, privileged: false, state: 'free' }],
      },
      { rule: 'EMAIL', label: 'Same email address', enabled: false, decides: false, verdict: 'Not asked.', users: [] },
    ],
    wantedUsername: 'zoe@corp.example',
    isWantedUsernameFree: true,
    plannedUsername: null,
    runs: [
      {
        processId: 'a01000000000001AAA',
        processName: 'PROC-00001',
        mode: 'Live',
        startTime: null,
        outcome: 'Failed',
        cause: 'EMAIL',
        causeLabel: 'Invalid email',
        message: 'Not an address.',
        howToFix: null,
        resolved: false,
      },
    ],
    forecast: aForecast(),
    sentences: ['Is in scope.', 'A run would fail for this employee.'],
    ...changes,
  };
}

async function shown(recordId: string | null = '0Em000000000001AAA') {
  const element = mount('c-employee-diagnosis', EmployeeDiagnosis, { recordId });
  await settled();
  return element;
}

describe('c-employee-diagnosis', () => {
  beforeEach(() => apex.mockResolvedValue(aDiagnosis()));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('says that nobody is chosen, and asks nothing', async () => {
    const element = await shown(null);
    expect(explain).not.toHaveBeenCalled();
    expect(one(element, 'c-provisioning-empty-state').heading).toBe('Nobody chosen');
    await expect(element).toBeAccessible();
  });

  it('shows that it is loading', async () => {
    apex.mockReturnValue(new Promise(() => undefined));
    const element = await shown();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows why it could not load and loads again', async () => {
    apex.mockRejectedValueOnce(refusal('No access.'));
    const element = await shown();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('No access.');
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(textOf(element)).toContain('Is in scope.');
  });

  it('tells the story, the remedy, the rules and the runs', async () => {
    const element = await shown();
    expect(explain).toHaveBeenCalledWith({ employeeId: '0Em000000000001AAA' });
    expect(one(element, 'h2').textContent).toBe('Why not Zoë O’Neil?');
    expect(all(element, '[data-part="story"] li').map((line) => line.textContent)).toEqual([
      'Is in scope.',
      'A run would fail for this employee.',
    ]);
    expect(one(element, '[data-part="remedy"]').textContent).toBe('Give the employee number to one of them only.');
    const link = one(element, '[data-rule="EMPLOYEE_NUMBER"] c-provisioning-page-link');
    expect(link.label).toBe('ada@one.example (free)');
    expect(link.reference).toMatchObject({ attributes: { recordId: '005000000000001AAA', objectApiName: 'User' } });
    expect(one(element, '[data-rule="EMPLOYEE_NUMBER"]').className).toContain('slds-text-title_bold');
    expect(one(element, '[data-rule="EMAIL"]').className).toBe('');
    expect(one(element, '[data-part="runs"] tbody').textContent).toContain('PROC-00001');
    expect(all(element, 'c-provisioning-finding-list')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('leaves out what there is nothing to say about, and names somebody without a name by number', async () => {
    apex.mockResolvedValue(
      aDiagnosis({
        name: null,
        matches: [],
        runs: [],
        forecast: aForecast({ outcome: 'Skipped', howToFix: null }),
        sentences: ['Deleted.'],
      }),
    );
    const element = await shown();
    expect(one(element, 'h2').textContent).toBe('Why not E100001?');
    expect(all(element, 'table')).toHaveLength(0);
    expect(all(element, '[data-part="remedy"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows what a run would meet', async () => {
    const obstacles = [aFinding({ severity: 'error', message: 'A permission set is gone.' })];
    apex.mockResolvedValue(aDiagnosis({ forecast: aForecast({ obstacles }) }));
    const element = await shown();
    expect(one(element, 'c-provisioning-finding-list').findings).toEqual(obstacles);
    await expect(element).toBeAccessible();
  });

  it('forgets an answer that comes after another employee was chosen', async () => {
    let answer: (diagnosis: Apex.EmployeeDiagnosis) => void = () => undefined;
    apex.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const element = await shown();
    apex.mockResolvedValueOnce(aDiagnosis({ name: 'Second' }));
    element.recordId = '0Em000000000002AAA';
    await settled();
    answer(aDiagnosis({ name: 'First' }));
    await settled();
    expect(one(element, 'h2').textContent).toBe('Why not Second?');
  });
});
