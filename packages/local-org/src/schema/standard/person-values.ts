// Value lists about people and companies that several standard objects share; their sources are those of the objects.

export const CLEAN_STATUSES = [
  'Matched|In Sync',
  'Different',
  'Acknowledged|Reviewed',
  'NotFound|Not Found',
  'Inactive',
  'Pending|Not Compared',
  'SelectMatch|Select Match',
  'Skipped',
] as const;

export const LEAD_SOURCES = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'] as const;

export const SALUTATIONS = ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'] as const;

export const GENDERS = ['Male', 'Female', 'Nonbinary', 'Not Listed'] as const;

export const PRONOUNS = ['He/Him', 'She/Her', 'They/Them', 'He/They', 'She/They', 'Not Listed'] as const;

export const USER_TYPES = [
  'Standard',
  'PowerPartner|Partner',
  'PowerCustomerSuccess|Customer Portal Manager',
  'CustomerSuccess|Customer Portal User',
  'Guest',
  'CspLitePortal|High Volume Portal',
  'CsnOnly|CSN Only',
  'SelfService|Self Service',
  'AutomatedProcess|Automated Process',
  'CloudIntegrationUser|Cloud Integration User',
] as const;
