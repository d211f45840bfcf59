import EmptyState from 'c/emptyState';
import { mount, textOf } from 'jest-helpers';

describe('c-empty-state', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what is missing and why', async () => {
    const element = mount('c-empty-state', EmptyState, { heading: 'No runs yet', text: 'Start one.' });
    expect(textOf(element)).toBe('No runs yet Start one.');
    await expect(element).toBeAccessible();
  });
});
