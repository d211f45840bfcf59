const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A custom object's file; `more` is what it has besides. */
export const objectFile = (label: string, sharing: string, more = ''): string =>
  `<CustomObject ${XMLNS}><deploymentStatus>Deployed</deploymentStatus><label>${label}</label><pluralLabel>${label}s</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>${sharing}</sharingModel>${more}</CustomObject>`;

/** The permission set Clerk: everything that object permissions give, and no more records than sharing gives. */
export const clerkOf = (...objects: string[]): string =>
  `<PermissionSet ${XMLNS}><label>Clerk</label>${objects
    .map(
      (object) =>
        `<objectPermissions><object>${object}</object><allowRead>true</allowRead><allowCreate>true</allowCreate><allowEdit>true</allowEdit>` +
        '<allowDelete>true</allowDelete><viewAllRecords>false</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions>',
    )
    .join('')}</PermissionSet>`;

/** Members of an Apex test class that makes roles and clerks, and finds who was made. */
export const CLERKS = `
  private static UserRole role(String name, Id parent) {
    UserRole made = new UserRole(Name = name, DeveloperName = name, ParentRoleId = parent);
    insert made;
    return made;
  }
  private static User person(String name, Id roleId) {
    User made = new User(Alias = name, Email = name + '@apex.example', Username = name + '@clerks.example', LastName = name,
      EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'GMT', UserRoleId = roleId,
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
    insert made;
    insert new PermissionSetAssignment(AssigneeId = made.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Clerk'].Id);
    return made;
  }
  private static User admin() { return [SELECT Id FROM User WHERE Alias = 'admin']; }
  private static User named(String name) { return [SELECT Id, UserRoleId FROM User WHERE Alias = :name]; }
`;
