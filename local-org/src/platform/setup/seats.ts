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
