import { blankSettings } from '../blank';

describe('blankSettings', () => {
  it('turns two matching rules and the two retention periods on, and nothing else', () => {
    const { sourceName, matchByEmployeeNumber, matchByFederationId, seatReserve, retentionDays, dryRunRetentionDays, ...others } =
      blankSettings('Employee2');
    expect({ sourceName, matchByEmployeeNumber, matchByFederationId, seatReserve, retentionDays, dryRunRetentionDays }).toEqual({
      sourceName: 'Employee2',
      matchByEmployeeNumber: true,
      matchByFederationId: true,
      seatReserve: 0,
      retentionDays: 90,
      dryRunRetentionDays: 7,
    });
    expect(Object.entries(others).filter(([, value]) => (Array.isArray(value) ? value.length : value))).toEqual([]);
    expect(Object.values(others)).not.toContain(undefined);
  });
});
