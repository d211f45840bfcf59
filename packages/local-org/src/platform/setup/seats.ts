import type { Clock } from '../../kernel/clock';
import type { Store } from '../../store/port';

/** Sets `UsedLicenses` of every user licence to its active users (Object Reference, UserLicense). */
export function countUsedLicenses(store: Store, clock: Clock): void {
  store
    .prepare(
      `UPDATE "UserLicense" SET "UsedLicensesLastUpdated" = ?, "UsedLicenses" =
        (SELECT count(*) FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE p."UserLicenseId" = "UserLicense"."Id" AND u."IsActive" = 1)`,
    )
    .run(clock.now());
}

/** Adds to `UsedLicenses` the users that came and takes off those that went, by licence id. */
export function moveUsedLicenses(store: Store, clock: Clock, moves: ReadonlyMap<string, number>): void {
  const move = store.prepare('UPDATE "UserLicense" SET "UsedLicenses" = "UsedLicenses" + ? WHERE "Id" = ?');
  for (const [license, by] of moves) if (by !== 0) move.run(by, license);
  store.prepare('UPDATE "UserLicense" SET "UsedLicensesLastUpdated" = ?').run(clock.now());
}
