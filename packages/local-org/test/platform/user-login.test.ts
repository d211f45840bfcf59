import { expect, it } from 'vitest';
import type { DataContext } from '../../src/data/port';
import { current } from '../../src/kernel/context';
import { insertFollowing } from '../../src/platform';
import { garageOrg, START } from './org';

it('a freeze is dated, so that queries can ask for those since', () => {
  const org = garageOrg();
  const [login] = org.transaction(() => {
    current<DataContext>().beginWrite();
    return insertFollowing(current<DataContext>(), 'UserLogin', [{ UserId: org.userId('nobody') }]);
  });
  org.clock.advance(60_000);
  expect(org.save('update', 'UserLogin', { Id: login, IsFrozen: true })).toEqual([login]);
  expect(org.rows('SELECT "LastModifiedDate", "LastModifiedById" FROM "UserLogin"')).toEqual([[START + 60_000, org.userId('admin')]]);
});
