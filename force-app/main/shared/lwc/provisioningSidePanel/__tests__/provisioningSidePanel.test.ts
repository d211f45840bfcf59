import ProvisioningSidePanel from 'c/provisioningSidePanel';
import { mount, one, settled } from 'jest-helpers';

describe('c-provisioning-side-panel', () => {
  afterEach(() => document.body.replaceChildren());
  const panel = () => mount('c-provisioning-side-panel', ProvisioningSidePanel, { heading: 'Ada Lima' });

  it('takes the focus to its heading when it comes', async () => {
    const element = panel();
    await settled();
    expect(element.shadowRoot?.activeElement).toBe(one(element, 'h2'));
    await expect(element).toBeAccessible();
  });

  it.each([
    ['Escape', 1],
    ['Enter', 0],
  ])('on %s fires close %d times', (key, times) => {
    const element = panel();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    one(element, 'h2').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    expect(closed).toHaveBeenCalledTimes(times);
  });

  it('is closed by its button', () => {
    const element = panel();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    one(element, 'lightning-button-icon').click();
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
