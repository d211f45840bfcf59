import { markErrors } from 'c/provisioningFieldErrors';

function field(name: string) {
  const element = Object.assign(document.createElement('div'), { setCustomValidity: jest.fn(), reportValidity: jest.fn() });
  element.dataset.field = name;
  return element;
}

describe('errors at their fields', () => {
  it('are said once, and taken back when they are gone', () => {
    const root = document.createElement('div');
    const [suffix, profile] = [field('usernameSuffix'), field('profileId')];
    root.append(suffix, profile);
    markErrors(root, new Map([['usernameSuffix', 'Not a domain.']]));
    markErrors(root, new Map([['usernameSuffix', 'Not a domain.']]));
    expect(suffix.setCustomValidity.mock.calls).toEqual([['Not a domain.']]);
    expect(profile.setCustomValidity).not.toHaveBeenCalled();
    markErrors(root, new Map());
    expect(suffix.setCustomValidity).toHaveBeenLastCalledWith('');
    expect(suffix.reportValidity).toHaveBeenCalledTimes(2);
  });

  it('are said again by a field that was rendered anew', () => {
    const errors = new Map([['usernameSuffix', 'Not a domain.']]);
    const root = document.createElement('div');
    root.append(field('usernameSuffix'));
    markErrors(root, errors);
    const again = field('usernameSuffix');
    root.replaceChildren(again);
    markErrors(root, errors);
    expect(again.setCustomValidity).toHaveBeenCalledWith('Not a domain.');
  });
});
