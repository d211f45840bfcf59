import { refusalOf } from '../refusals';
import { aFinding, refusal } from 'jest-helpers';

describe('refusalOf', () => {
  it('reads message, findings and process from the JSON that our controllers send', () => {
    const finding = aFinding({ field: 'profileId', severity: 'error' });
    expect(refusalOf(refusal('Not complete.', [finding], 'a01'))).toEqual({
      message: 'Not complete.',
      reason: null,
      findings: [finding],
      processId: 'a01',
    });
  });

  it('keeps the plain text of the platform', () => {
    const error = { body: { message: 'You do not have access to the Apex class named X.' } };
    expect(refusalOf(error)).toEqual({
      message: 'You do not have access to the Apex class named X.',
      reason: null,
      findings: [],
      processId: null,
    });
  });

  it('keeps a text that only begins like JSON', () => {
    expect(refusalOf({ body: { message: '{oops' } }).message).toBe('{oops');
  });

  it('takes the first of several errors, and the message of an Error', () => {
    expect(refusalOf({ body: [{ message: 'first' }, { message: 'second' }] }).message).toBe('first');
    expect(refusalOf(new Error('no network')).message).toBe('no network');
  });

  it.each([undefined, null, {}, { body: {} }, { body: null }])('says something readable about %p', (error) => {
    expect(refusalOf(error).message).toContain('cannot be read');
  });

  it('fills what a partial answer leaves out', () => {
    expect(refusalOf({ body: { message: '{"message":"No."}' } })).toEqual({ message: 'No.', reason: null, findings: [], processId: null });
  });
});
