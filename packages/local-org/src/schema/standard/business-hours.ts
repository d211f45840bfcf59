import { bool, picklist, string, time, type ObjectDeclaration } from '../declare';
import { TIME_ZONES } from './values';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/BusinessHours.json.
export const businessHours: ObjectDeclaration = {
  name: 'BusinessHours',
  labelPlural: 'Business Hours',
  prefix: '01m',
  sharing: 'None',
  audit: 'setup',
  fields: [
    string('Name', 80, 'required', 'idLookup', 'name'),
    bool('IsActive'),
    bool('IsDefault'),
    picklist('TimeZoneSidKey', TIME_ZONES, 'required', 'restricted'),
    ...DAYS.flatMap((day) => [time(`${day}StartTime`), time(`${day}EndTime`)]),
  ],
};
