import { exampleUsername } from '../username';

describe('exampleUsername', () => {
  it('puts the mailbox part before the suffix', () => {
    expect(exampleUsername('northwind.example')).toBe('maria.lopez@northwind.example');
    expect(exampleUsername(' @Northwind.Example ')).toBe('maria.lopez@northwind.example');
  });

  it.each([null, '', 'northwind', 'north wind.example', '.example', 'northwind.', 'a@b.example'])('shows nothing for %p', (suffix) => {
    expect(exampleUsername(suffix)).toBeNull();
  });
});
