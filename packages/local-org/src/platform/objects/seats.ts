import type { Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import type { SObject } from '../../kernel/sobject';
import { alive, lookUp, textAt } from '../rows';
import { moveUsedLicenses } from '../setup/seats';

/**
 * Each active user takes a seat of the licence of their profile; rows that find none left fail. Rows are served in order
 * (Object Reference, User: "you can create as many users as you have licences"). Inside runAs nobody needs one.
 */
export function takeSeats(rows: readonly Row[], context: DataContext): void {
  if (context.ignoresUserLicenses) return;
  const wanting = alive(rows).filter((row) => row.record.get('IsActive') === true);
  if (wanting.length === 0) return;
  const licenseOf = licenses(wanting, context);
  const movers = wanting.filter(({ record, old }) => licenseOf(record) !== licenseOf(old));
  if (movers.length === 0) return;
  const left = seatsLeft(context);
  for (const row of movers) {
    const license = licenseOf(row.record) ?? '';
    const seats = left.get(license);
    if (seats === undefined) continue;
    if (seats <= 0) row.fail('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded');
    else left.set(license, seats - 1);
  }
}

/** Notes the seats that written rows took and gave back. Counting the users again would cost more with every user there is. */
export function noteSeats(rows: readonly Row[], context: DataContext): void {
  const licenseOf = licenses(rows, context);
  const moves = new Map<string, number>();
  const move = (license: string | null, by: number): void => {
    if (license !== null) moves.set(license, (moves.get(license) ?? 0) + by);
  };
  for (const { record, old } of rows) {
    move(licenseOf(old), -1);
    move(licenseOf(record), 1);
  }
  moveUsedLicenses(context.store, context.clock, moves);
}

/** Gives the licence whose seat a user holds, by their profile; null for nobody and for who is not active. */
function licenses(rows: readonly Row[], context: DataContext): (user: SObject | null) => string | null {
  const profileIds = rows.flatMap(({ record, old }) => [textAt(record, 'ProfileId'), old ? textAt(old, 'ProfileId') : null]);
  const profiles = lookUp(context, 'Profile', ['UserLicenseId'], 'Id', profileIds.filter((id) => id !== null)); // prettier-ignore
  return (user) => {
    if (user?.get('IsActive') !== true) return null;
    const license = profiles.get(textAt(user, 'ProfileId') ?? '')?.[0];
    return typeof license === 'string' ? license : null;
  };
}

/** Free seats by licence id. */
function seatsLeft(context: DataContext): Map<string, number> {
  const rows = context.store.prepare('SELECT "Id", "TotalLicenses" - "UsedLicenses" FROM "UserLicense"').all();
  return new Map(rows.map(([id, seats]) => [String(id), Number(seats)]));
}
