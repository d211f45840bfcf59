import type { ObjectHook } from '../../data/hooks';
import { toDecimal } from '../../kernel/decimals';
import { textAt } from '../rows';

/** Probability of the stages that an org begins with (Salesforce Help, "Opportunity Stages"; Object Reference, Opportunity.Probability). */
const PROBABILITY: Readonly<Record<string, number>> = {
  Prospecting: 10,
  Qualification: 10,
  'Needs Analysis': 20,
  'Value Proposition': 50,
  'Id. Decision Makers': 60,
  'Perception Analysis': 70,
  'Proposal/Price Quote': 75,
  'Negotiation/Review': 90,
  'Closed Won': 100,
  'Closed Lost': 0,
};

/** The stage gives the probability, when it is set and when it changes, unless the same save gives another. */
export const opportunityHook: ObjectHook = {
  object: 'Opportunity',
  prepare: (operation, rows) => {
    for (const { record, old } of rows) {
      const stage = textAt(record, 'StageName');
      const chance = PROBABILITY[stage ?? ''];
      if (chance === undefined) continue;
      const given = record.get('Probability') as { toString(): string } | null | undefined;
      const isOpen = old
        ? stage !== textAt(old, 'StageName') && String(given) === String(old.get('Probability'))
        : given === null || given === undefined;
      if ((operation === 'insert' || operation === 'update') && isOpen) record.set('Probability', toDecimal(chance));
    }
  },
};
