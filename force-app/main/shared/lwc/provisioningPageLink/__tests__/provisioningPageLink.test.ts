import ProvisioningPageLink from 'c/provisioningPageLink';
import * as navigation from 'lightning/navigation';
import { mount, one, settled } from 'jest-helpers';

const { navigate } = navigation as unknown as { navigate: jest.Mock };
const reference = { type: 'standard__recordPage', attributes: { recordId: '001', actionName: 'view' } };

describe('c-provisioning-page-link', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('has a real address and opens the page on a click', async () => {
    const element = mount('c-provisioning-page-link', ProvisioningPageLink, { label: 'E100001', reference });
    await settled();
    const follow = jest.fn();
    document.body.addEventListener('follow', follow, { once: true });
    const link = one<HTMLAnchorElement & Record<string, unknown>>(element, 'a');
    expect(link.getAttribute('href')).toContain('recordId=001');
    link.click();
    expect(navigate).toHaveBeenCalledWith(reference, undefined);
    expect(follow).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('leaves the way to whoever opened the window that it stands in', async () => {
    const element = mount('c-provisioning-page-link', ProvisioningPageLink, { label: 'E100001', reference });
    await settled();
    const follow = jest.fn((event: Event) => event.preventDefault());
    document.body.addEventListener('follow', follow, { once: true });
    one(element, 'a').click();
    expect(follow).toHaveBeenCalledWith(expect.objectContaining({ detail: reference }));
    expect(navigate).not.toHaveBeenCalled();
  });

  it('leaves a click for a new tab to the browser', async () => {
    const element = mount('c-provisioning-page-link', ProvisioningPageLink, { label: 'E100001', reference });
    await settled();
    const event = new MouseEvent('click', { ctrlKey: true, cancelable: true, bubbles: true });
    one(element, 'a').dispatchEvent(event);
    expect(navigate).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(false);
  });

  it('follows a changed reference', async () => {
    const element = mount('c-provisioning-page-link', ProvisioningPageLink, { label: 'x', reference });
    element.reference = { ...reference, attributes: { recordId: '002', actionName: 'view' } };
    await settled();
    expect(one(element, 'a').getAttribute('href')).toContain('recordId=002');
  });
});
