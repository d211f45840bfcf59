import { double, lookup, type ObjectDeclaration } from '../declare';

// Fields, their properties and lengths: forcedotcom/sf-skills @ 2476476, enterprise_api/ProcessInstanceWorkitem.json. Key prefix: fishofprey.com, "Obscure Salesforce object key prefixes".
// There are none: approval processes are not supported.
export const processInstanceWorkitem: ObjectDeclaration = {
  name: 'ProcessInstanceWorkitem',
  label: 'Approval Request',
  labelPlural: 'Approval Requests',
  prefix: '04i',
  allows: [],
  audit: 'data',
  fields: [
    lookup('ProcessInstanceId', 'ProcessInstance', 'required', { child: 'Workitems', deleteRule: 'cascade' }),
    lookup('ActorId', ['Group', 'User'], 'required'),
    lookup('OriginalActorId', ['Group', 'User'], 'required'),
    double('ElapsedTimeInDays', 3, 'readOnly'),
    double('ElapsedTimeInHours', 2, 'readOnly'),
    double('ElapsedTimeInMinutes', 0, 'readOnly'),
  ],
};
