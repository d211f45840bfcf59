/** Fields that a path through a lookup to several objects may read: those of the platform's Name object. */
const NAME_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'firstname',
  'lastname',
  'alias',
  'email',
  'isactive',
  'phone',
  'profileid',
  'title',
  'type',
  'username',
  'userroleid',
]);

export function isNameField(name: string): boolean {
  return NAME_FIELDS.has(name.toLowerCase());
}
