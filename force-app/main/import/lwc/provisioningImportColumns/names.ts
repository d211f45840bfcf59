/** What HR systems call the fields of the contract, in letters and digits alone. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  employeeNumber: [
    'empid', 'employeeid', 'employeeno', 'employeenumber', 'personnelno', 'personnelnumber', 'staffid', 'workerid', 'personalnummer', 'personalnr', 'mitarbeiternummer',
  ],
  firstName: ['givenname', 'forename', 'firstname', 'vorname'],
  lastName: ['surname', 'familyname', 'lastname', 'nachname', 'familienname'],
  email: ['mail', 'emailaddress', 'workemail', 'ademail', 'businessemail', 'emailadresse'],
  status: ['employeestatus', 'employmentstatus', 'workerstatus', 'state', 'beschaeftigungsstatus'],
  statusStartDate: ['startdate', 'hiredate', 'dateofhire', 'since', 'startedon', 'eintrittsdatum', 'eintritt'],
}; // prettier-ignore
const FULL_NAMES = ['name', 'fullname', 'employeename', 'workername', 'displayname'];

/** Several fields that share a column, as `lastName,firstName`. */
export const FULL_NAME = 'lastName,firstName';
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** Letters and digits alone, so that "E-Mail Address" and `emailAddress` are one name. */
const bare = (name: string): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '').replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss'); // prettier-ignore

/** The field that has this name or label, or that others call so; undefined where nothing fits. */
export function targetByName(
  column: string,
  samples: readonly string[],
  fields: readonly Apex.EmployeeImportFieldView[],
): string | undefined {
  const name = bare(column);
  if (FULL_NAMES.includes(name) && samples.some((sample) => sample.includes(','))) return FULL_NAME;
  const called = Object.entries(SYNONYMS).find(([, names]) => names.includes(name))?.[0];
  const field =
    fields.find((one) => bare(one.name ?? '') === name) ??
    fields.find((one) => bare(one.label ?? '') === name) ??
    fields.find((one) => one.name === called);
  return field?.name ?? undefined;
}

/** What the values look like; undefined where they say nothing. */
export function targetByContent(samples: readonly string[]): string | undefined {
  return samples.length > 0 && samples.every((sample) => EMAIL.test(sample.trim())) ? 'email' : undefined;
}
