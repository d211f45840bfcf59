import { isAlive, type Statement, type WorkRow } from './statement';

/**
 * Setup and other records may not be written in one transaction (apex_dml_non_mix_sobjects). The object's hook decides
 * per row where the documented rule does (User); else the object type says it. Refused rows do not set the flag.
 */
export function checkMixedDml(rows: readonly WorkRow[], statement: Statement): void {
  const { context, object, hooks } = statement;
  if (statement.internal || object.kind === 'metadata' || object.kind === 'event') return;
  const hook = hooks.find((candidate) => candidate.mixedDml);
  const { mixedDml } = context;
  for (const row of rows) {
    if (!isAlive(row)) continue;
    const kind = hook?.mixedDml?.(row.operation, row) ?? (object.setup ? 'setup' : 'nonSetup');
    if (kind === 'exempt') continue;
    const other = kind === 'setup' ? mixedDml.nonSetup : mixedDml.setup;
    if (other !== null) {
      row.fail(
        'MIXED_DML_OPERATION',
        'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ' +
          `${object.name}, original object: ${other}`,
      );
    } else mixedDml[kind] ??= object.name;
  }
}
