import { aDryItem, anItem } from 'jest-helpers';
import { personOf } from '../rows';

jest.mock('@salesforce/label/c.Outcome_Created', () => ({ __esModule: true, default: 'Erstellt' }), { virtual: true });

const LIVE = { mode: 'Live', scope: 'All' };
const cells = (item: Apex.ProvisioningItemView, kind = LIVE) => personOf(item, kind).row.cells;

describe('personOf', () => {
  it('names the outcome in the words of the labels, not of the API', () => {
    expect(cells(anItem({ outcome: 'Created' })).outcome?.text).toBe('Erstellt');
  });

  it('shows an outcome that has no label as it is', () => {
    expect(cells({ ...anItem(), outcome: 'Unknown' }).outcome?.text).toBe('Unknown');
  });

  it('says of a dry run what would be, and which username that would give', () => {
    const dry = cells(aDryItem(), { mode: 'DryRun', scope: 'All' });
    expect(dry.outcome?.text).toBe('Would be created');
    expect(dry.user).toEqual({ text: 'worker0@north.example', reference: null });
  });

  it('says of people who were let in that they were, not that they were updated', () => {
    expect(cells(anItem({ outcome: 'Updated' }), { mode: 'Live', scope: 'Returns' }).outcome?.text).toBe('Let in');
  });

  it('leads to the employee, to the user and to the run that tried again', () => {
    const item = anItem({ outcome: 'Failed', userId: '005A', username: 'ada@north.example', resolvedBy: 'PP-4', resolvedById: 'a04' });
    expect(cells(item).person?.reference).toMatchObject({ attributes: { recordId: item.employeeId } });
    expect(cells(item).user).toMatchObject({ text: 'ada@north.example', reference: { attributes: { recordId: '005A' } } });
    expect(cells(item).cause).toMatchObject({
      text: 'Settled by PP-4',
      second: item.causeLabel,
      reference: { state: { c__process: 'a04' } },
    });
    expect(cells({ ...item, failedAgain: true }).cause?.text).toBe('Tried again in PP-4: failed');
  });

  it('keeps the remedy for whom no retry helped', () => {
    expect(cells(anItem({ resolvedBy: 'PP-4' })).message?.second).toBeNull();
    expect(cells(anItem({ resolvedBy: 'PP-4', failedAgain: true })).message?.second).toBe(anItem().howToFix);
    expect(cells(anItem({ attempt: 3 })).outcome?.second).toBe('Attempt 3');
  });

  it('tries again whom a live run failed and nobody tried since, and takes back whom it locked out', () => {
    expect(personOf(anItem(), LIVE)).toMatchObject({ canRetry: true, isLockedOut: false });
    expect(personOf(anItem({ resolvedBy: 'PP-4' }), LIVE).canRetry).toBe(false);
    expect(personOf(anItem({ employeeId: null }), LIVE).canRetry).toBe(false);
    expect(personOf(anItem(), { mode: 'DryRun', scope: 'All' }).canRetry).toBe(false);
    expect(personOf(anItem({ outcome: 'Updated' }), LIVE).isLockedOut).toBe(true);
    expect(personOf(anItem({ code: 'FROZEN_INSTEAD' }), LIVE)).toMatchObject({ canRetry: true, isLockedOut: true });
  });

  it('asks "why not?" of nobody who has a user, and of nobody whose record is gone', () => {
    expect(personOf(anItem(), LIVE).row.button?.label).toBe('Why not Test Worker 5?');
    expect(personOf(anItem({ outcome: 'Created' }), LIVE).row.button).toBeNull();
    expect(personOf(anItem({ employeeId: null, employeeNumber: null }), LIVE).row).toMatchObject({ button: null, label: 'Test Worker 5' });
  });
});
