import { whoWaits } from 'c/provisioningWhoWaits';
import { aPreview } from 'jest-helpers';

describe('c/provisioningWhoWaits', () => {
  it.each([
    [null, ''],
    [0, 'No employee is waiting for a user.'],
    [1, 'One employee is waiting for a user.'],
    [2500, '2,500 employees are waiting for a user.'],
  ])('has words for %p', (eligible, words) => {
    expect(whoWaits(aPreview({ eligible }))).toBe(words);
  });
});
