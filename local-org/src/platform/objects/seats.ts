import type { Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { alive, lookUp, textAt } from '../rows';

/**
 * Each active user takes a seat of the licence of their profile; rows that find none left fail. Rows are served in order
 * (Object Reference, User: "you can create as many users as you have licences").
 */
export function takeSeats(rows: readonly Row[], context: DataContext): void {
  const wanting = alive(rows).filter((row) => row.record.get('IsActive') === true);
  if (wanting.length === 0) return;
  const profileIds = rows.flatMap(({ record, old }) => [textAt(record, 'ProfileId'), old ? textAt(old, 'ProfileId') : null]);
  const profiles = lookUp(context, 'Profile', ['UserLicenseId'], 'Id', profileIds.filter((id) => id !== null)); // prettier-ignore
  const licenseOf = (profileId: string | null): string => String(profiles.get(profileId ?? '')?.[0] ?? '');
  const movers = wanting.filter(
    ({ record, old }) => old?.get('IsActive') !== true || licenseOf(textAt(record, 'ProfileId')) !== licenseOf(textAt(old, 'ProfileId')),
  );
  if (movers.length === 0) return;
  const left = seatsLeft(context);
  for (const row of movers) {
    const license = licenseOf(textAt(row.record, 'ProfileId'));
    const seats = left.get(license);
    if (seats === undefined) continue;
    if (seats <= 0) row.fail('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded');
    else left.set(license, seats - 1);
  }
}

/** Free seats by licence id. */
function seatsLeft(context: DataContext): Map<string, number> {
  const rows = context.store
    .prepare(
      `SELECT l."Id", l."TotalLicenses" -
        (SELECT count(*) FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE p."UserLicenseId" = l."Id" AND u."IsActive" = 1)
       FROM "UserLicense" l`,
    )
    .all();
  return new Map(rows.map(([id, seats]) => [String(id), Number(seats)]));
}
