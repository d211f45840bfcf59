import { anAppSettingsView } from 'jest-helpers';
import { Way, type Standing } from '../way';

const done = { isTested: true, accountsKnown: false, platformEngineOn: false, deleteConfirmed: false, isTarget: false };
const way = (changes: Partial<Standing> = {}): Way => {
  const view = anAppSettingsView();
  return new Way({
    step: 'welcome',
    draft: view.settings ?? undefined,
    view,
    reached: 0,
    isReadOnly: false,
    isRerun: false,
    done,
    ...changes,
  });
};

describe('way', () => {
  it('begins at the first step, also where nobody knows the step or the settings', () => {
    expect(way({ step: 'gone' }).index).toBe(0);
    const unknown = way({ draft: undefined, view: undefined });
    expect([unknown.before, unknown.left, unknown.path.some(({ state }) => state === 'done')]).toEqual([undefined, [], false]);
  });

  it('opens what is behind, and what nothing is left before', () => {
    const view = anAppSettingsView();
    const draft = { ...view.settings!, connector: null };
    const held = way({ step: 'connector', reached: 2, draft, view });
    expect(held.left.length).toBeGreaterThan(0);
    const opens = Object.fromEntries(held.path.map((step) => [step.name, step.opens]));
    expect([opens.credential, opens.connector, opens.operations]).toEqual([true, true, false]);
    expect(way({ step: 'connector', reached: 2, draft, view, isReadOnly: true }).path.every((step) => step.opens)).toBe(true);
  });

  it('ends with the last', () => {
    const { steps } = way();
    const last = way({ step: steps.at(-1)?.name ?? '' });
    expect([last.next, last.before?.name]).toEqual([undefined, steps.at(-2)?.name]);
  });
});
