import EmployeeDiagnosis from 'c/employeeDiagnosis';
import explain from '@salesforce/apex/EmployeeDiagnosisController.explain';
import keepLockedOut from '@salesforce/apex/EmployeeLifecycleController.keepLockedOut';
import letRunsDecide from '@salesforce/apex/EmployeeLifecycleController.letRunsDecide';
import { aDiagnosis, aFinding, all, apex, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.keepLockedOut', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeLifecycleController.letRunsDecide', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmployeeDiagnosisController.explain', () => ({ default: jest.fn() }), { virtual: true });

/** The same person, if a run would do something else. */
const foreseen = (changes: Partial<Apex.EmployeeDiagnosisForecast>): Apex.EmployeeDiagnosis => {
  const { forecast } = aDiagnosis();
  return aDiagnosis({ forecast: forecast && { ...forecast, ...changes } });
};

async function shown(recordId: string | null = '9gs00000000000LAAQ') {
  const element = mount('c-employee-diagnosis', EmployeeDiagnosis, { recordId });
  await settled();
  return element;
}

describe('c-employee-diagnosis', () => {
  beforeEach(() => apex(explain).mockResolvedValue(aDiagnosis()));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('offers a run for somebody in scope without a user, keeps what it shows while that ends, and tells the list', async () => {
    apex(explain).mockResolvedValueOnce(aDiagnosis({ eligible: true, userId: null }));
    const element = await shown();
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    const now = () => one(element, 'c-provisioning-provision-now');
    expect(now()).toMatchObject({ available: true, begins: false, employeeId: '9gs00000000000LAAQ' });
    apex(explain).mockResolvedValueOnce(aDiagnosis({ eligible: false, userId: '005000000000001AAA' }));
    now().dispatchEvent(new CustomEvent('provisioned'));
    expect(all(element, '[data-part="story"]')).toHaveLength(1);
    await settled();
    expect(now().available).toBe(false);
    expect(changed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('is copied as text, or says that the browser did not let it', async () => {
    apex(explain).mockResolvedValueOnce(aDiagnosis({ name: 'Ada Lima', employeeNumber: 'E1', userId: null, sentences: ['One.', 'Two.'] }));
    const writeText = jest.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('no'));
    Object.assign(navigator, { clipboard: { writeText } });
    const element = await shown();
    const copy = async () => {
      one(element, 'lightning-button[data-part="copy"]').click();
      await settled();
    };
    await copy();
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/^Why not Ada Lima\?\nE1\nOne\.\nTwo\./));
    expect(textOf(element)).toContain('Copied.');
    await copy();
    expect(textOf(element)).toContain('The browser did not let the text be copied.');
    await expect(element).toBeAccessible();
  });

  it('asks "why not" of nobody who has a user', async () => {
    apex(explain).mockResolvedValueOnce(aDiagnosis({ name: 'Ada Lima', userId: '005000000000001AAA' }));
    expect(textOf(await shown())).toContain('About Ada Lima');
  });

  it('keeps somebody locked out with a reason, and lets runs decide again', async () => {
    const returns = { state: 'Inactive', by: 'Engine', can: true };
    apex(explain).mockResolvedValueOnce(aDiagnosis({ canKeepLockedOut: true, returns, keptLockedOut: null }));
    apex(explain).mockResolvedValueOnce(
      aDiagnosis({ canKeepLockedOut: true, returns, keptLockedOut: { by: 'a@x.example', reason: 'A rival.' } }),
    );
    const element = await shown();
    await expect(element).toBeAccessible();
    one(element, '[data-part="keep"] lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value: 'A rival.' } }));
    one(element, '[data-part="keep"] lightning-button').click();
    await settled();
    expect(keepLockedOut).toHaveBeenCalledWith({ employeeId: '9gs00000000000LAAQ', reason: 'A rival.' });
    expect(one(element, '[data-part="keep"] lightning-button').label).toBe('Let runs decide again');
    apex(letRunsDecide).mockRejectedValueOnce(refusal('No access.'));
    one(element, '[data-part="keep"] lightning-button').click();
    await settled();
    expect(one(element, '[data-part="keep"] [role="alert"]').textContent).toBe('No access.');
  });

  it('offers no decision to who may only look, or about who can sign in', async () => {
    const returns = { state: 'Inactive', by: 'Engine', can: true };
    apex(explain).mockResolvedValueOnce(aDiagnosis({ canKeepLockedOut: false, returns }));
    expect(all(await shown(), '[data-part="keep"]')).toEqual([]);
    apex(explain).mockResolvedValueOnce(aDiagnosis({ canKeepLockedOut: true, returns: null, keptLockedOut: null }));
    expect(all(await shown(), '[data-part="keep"]')).toEqual([]);
  });

  it('says that nobody is chosen, and asks nothing', async () => {
    const element = await shown(null);
    expect(explain).not.toHaveBeenCalled();
    expect(one(element, 'c-provisioning-empty-state').heading).toBe('Nobody chosen');
    await expect(element).toBeAccessible();
  });

  it('shows that it is loading', async () => {
    apex(explain).mockReturnValue(new Promise(() => undefined));
    const element = await shown();
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('asks again when the page comes back before the answer', async () => {
    apex(explain).mockReturnValueOnce(new Promise(() => undefined));
    const element = await shown();
    element.remove();
    document.body.append(element);
    await settled();
    expect(explain).toHaveBeenCalledTimes(2);
    expect(textOf(element)).toContain('Is in scope:');
  });

  it('shows why it could not load and loads again', async () => {
    apex(explain).mockRejectedValueOnce(refusal('No access.'));
    const element = await shown();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('No access.');
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(textOf(element)).toContain('Is in scope:');
  });

  it('tells the story, the remedy, the rules and the runs', async () => {
    const element = await shown();
    expect(explain).toHaveBeenCalledWith({ employeeId: '9gs00000000000LAAQ' });
    expect(one(element, 'h2').textContent).toBe('Why not Test Worker 20?');
    expect(all(element, '[data-part="story"] li').map((line) => line.textContent)).toEqual(aDiagnosis().sentences);
    expect(one(element, '[data-part="remedy"]').textContent).toContain('Link this user by hand if it is the right person');
    const link = one(element, '[data-rule="EMPLOYEE_NUMBER"] c-provisioning-page-link');
    expect(link.label).toBe('before.w10020@north.example (has administrative permissions)');
    const user = aDiagnosis().matches?.flatMap(({ users }) => users ?? [])[0];
    expect(link.reference).toMatchObject({ attributes: { recordId: user?.id, objectApiName: 'User' } });
    expect(one(element, '[data-rule="EMPLOYEE_NUMBER"]').className).toContain('slds-text-title_bold');
    expect(one(element, '[data-rule="EMAIL"]').className).toBe('');
    expect(one(element, '[data-part="runs"] tbody').textContent).toContain('PP-000002');
    expect(all(element, 'c-provisioning-finding-list')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('leaves out what there is nothing to say about, and names somebody without a name by number', async () => {
    apex(explain).mockResolvedValue(
      aDiagnosis({
        name: null,
        matches: [],
        runs: [],
        forecast: foreseen({ outcome: 'Skipped', howToFix: null }).forecast,
        sentences: ['Deleted.'],
      }),
    );
    const element = await shown();
    expect(one(element, 'h2').textContent).toBe('Why not W10020?');
    expect(all(element, 'table')).toHaveLength(0);
    expect(all(element, '[data-part="remedy"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('looks again when somebody has decided who is who', async () => {
    const element = await shown();
    const panel = one(element, 'c-provisioning-same-person');
    expect(panel.diagnosis).toEqual(aDiagnosis());
    panel.dispatchEvent(new CustomEvent('decided'));
    await settled();
    expect(explain).toHaveBeenCalledTimes(2);
  });

  it('shows what a run would meet', async () => {
    const obstacles = [aFinding({ severity: 'error', message: 'A permission set is gone.' })];
    apex(explain).mockResolvedValue(foreseen({ obstacles }));
    const element = await shown();
    expect(one(element, 'c-provisioning-finding-list').findings).toEqual(obstacles);
    await expect(element).toBeAccessible();
  });

  it('forgets an answer that comes after another employee was chosen', async () => {
    let answer: (diagnosis: Apex.EmployeeDiagnosis) => void = () => undefined;
    apex(explain).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const element = await shown();
    apex(explain).mockResolvedValueOnce(aDiagnosis({ name: 'Second' }));
    element.recordId = '0Em000000000002AAA';
    await settled();
    answer(aDiagnosis({ name: 'First' }));
    await settled();
    expect(one(element, 'h2').textContent).toBe('Why not Second?');
  });
});
