import ProvisioningCallPreview from 'c/provisioningCallPreview';
import preview from '@salesforce/apex/AppPreviewController.preview';
import send from '@salesforce/apex/AppPreviewController.send';
import { apex, labelled, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/AppPreviewController.preview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AppPreviewController.send', () => ({ default: jest.fn() }), { virtual: true });

const shown = (changes: Partial<Apex.AppPreviewView> = {}): Apex.AppPreviewView => ({
  previewId: 'p1',
  operation: 'Update',
  verdict: 'Updated',
  reason: 'Amos Smith is active, not frozen and entitled.',
  calls: [{ method: 'PATCH', path: '/Users/7', text: '{\n  "active" : true\n}', isWrite: true }],
  attributes: [{ attribute: 'title', there: 'Technician', here: 'Senior Technician', differs: true }],
  whyNotSent: null,
  requestId: null,
  ...changes,
});

async function window(answer: Apex.AppPreviewView = shown()) {
  apex(preview).mockResolvedValue(answer);
  const element = mount('c-provisioning-call-preview', ProvisioningCallPreview, {
    appId: 'app1',
    userId: '005',
    person: 'Amos Smith',
    operation: 'Update',
  });
  await settled();
  return element;
}
const sendButton = (element: Element) => labelled(element, 'lightning-button', 'Send update');

describe('c-provisioning-call-preview', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows every call, and what differs', async () => {
    const element = await window();
    expect(preview).toHaveBeenCalledWith({ appId: 'app1', userId: '005', operation: 'Update' });
    for (const text of ['Update: The account is changed', 'PATCH', '/Users/7', 'Senior Technician'])
      expect(textOf(element)).toContain(text);
    expect(sendButton(element).disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('sends what it shows, once', async () => {
    const element = await window();
    const closed = jest.fn();
    element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
    apex(send).mockResolvedValue(shown({ requestId: 'a01' }));
    sendButton(element).click();
    await settled();
    expect(send).toHaveBeenCalledWith({ appId: 'app1', previewId: 'p1' });
    expect(textOf(element)).toContain('Sent.');
    expect(sendButton(element).disabled).toBe(true);
    labelled(element, 'lightning-button', 'Close').click();
    expect(closed).toHaveBeenCalledWith(true);
  });

  it('says why it cannot be sent, and that nothing has to be', async () => {
    const element = await window(shown({ whyNotSent: 'Giving access needs approval.', calls: [], verdict: 'Skipped' }));
    expect(textOf(element)).toContain('Giving access needs approval.');
    expect(textOf(element)).toContain('Nothing has to be sent.');
    expect(sendButton(element).disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('tells of what changed since, and previews another operation', async () => {
    const element = await window();
    apex(send).mockRejectedValue(refusal('Something has changed since.'));
    sendButton(element).click();
    await settled();
    expect(one(element, 'c-provisioning-error-panel').message).toBe('Something has changed since.');
    one(element, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value: '' } }));
    await settled();
    expect(preview).toHaveBeenLastCalledWith({ appId: 'app1', userId: '005', operation: null });
  });

  it('waits, and can be asked again after a refusal', async () => {
    apex(preview).mockRejectedValueOnce(refusal('Denied.'));
    const element = mount('c-provisioning-call-preview', ProvisioningCallPreview, { operation: null });
    expect(one(element, 'c-provisioning-loading')).toBeTruthy();
    await settled();
    apex(preview).mockResolvedValue(shown());
    one(element, 'c-provisioning-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(textOf(element)).toContain('PATCH');
  });
});
