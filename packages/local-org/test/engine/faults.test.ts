import { describe, expect, it, vi } from 'vitest';
import { Faults } from '../../src/engine/faults';

describe('fault points', () => {
  it('fails at the nth passage of its own point, once', () => {
    const faults = new Faults();
    faults.arm({ point: 'commit.before', nth: 2, action: 'error' });
    faults.pass('commit.before');
    faults.pass('statement');
    expect(() => faults.pass('commit.before')).toThrow('Injected fault at commit.before');
    faults.pass('commit.before');
  });

  it('kills where it is told to', () => {
    const kill = vi.fn();
    const faults = new Faults(kill);
    faults.arm({ point: 'dequeue', nth: 1, action: 'kill' });
    faults.due('dequeue');
    expect(kill).toHaveBeenCalledOnce();
  });

  it('forgets what is cleared', () => {
    const faults = new Faults();
    faults.arm({ point: 'statement', nth: 1, action: 'error' });
    faults.clear();
    faults.pass('statement');
  });
});
