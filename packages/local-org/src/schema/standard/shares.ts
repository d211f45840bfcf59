import { lookup, picklist, type FieldDeclaration, type ObjectDeclaration } from '../declare';

const level = (name: string, ...rest: Parameters<typeof picklist>[2][]): FieldDeclaration =>
  picklist(name, ['Read|Read Only', 'Edit|Read/Write', 'All|Owner'], 'required', 'restricted', ...rest);
/** Access to what hangs on the record: may be none. */
const further = (name: string): FieldDeclaration =>
  picklist(name, ['None|Private', 'Read|Read Only', 'Edit|Read/Write'], 'required', 'defaulted', 'restricted', { initial: 'None' });

/** Whoever sees a record sees with whom it is shared; rights are those of the object. */
function shareOf(of: string, prefix: string, more: readonly FieldDeclaration[] = []): ObjectDeclaration {
  return {
    name: `${of}Share`,
    prefix,
    sharing: 'ControlledByParent',
    share: { of, parent: `${of}Id`, level: `${of}AccessLevel` },
    audit: 'share',
    fields: [
      lookup(`${of}Id`, of, 'required', 'createOnly', 'masterDetail', { child: 'Shares' }),
      lookup('UserOrGroupId', ['Group', 'User'], 'required', 'createOnly'),
      level(`${of}AccessLevel`),
      ...more,
      picklist(
        'RowCause',
        [
          'Owner',
          'Manual|Manual Sharing',
          'Rule|Sharing Rule',
          'ImplicitChild|Account Sharing',
          'ImplicitParent|Associated record owner or sharing',
          'Team|Account Team',
        ],
        'createOnly',
        'defaulted',
        'restricted',
        { initial: 'Manual' },
      ),
    ],
  };
}

// Fields: Object Reference for the Salesforce Platform, AccountShare, CampaignShare, CaseShare, ContactShare, LeadShare, OpportunityShare. The
// prefixes are from memory [org 17].
export const SHARES: readonly ObjectDeclaration[] = [
  shareOf('Account', '00r', [
    further('CaseAccessLevel'),
    picklist('ContactAccessLevel', ['None|Private', 'Read|Read Only', 'Edit|Read/Write'], 'restricted'),
    further('OpportunityAccessLevel'),
  ]),
  shareOf('Campaign', '08s'),
  shareOf('Case', '01n'),
  shareOf('Contact', '03s'),
  shareOf('Lead', '01o'),
  shareOf('Opportunity', '00t'),
];
