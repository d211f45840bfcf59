import type { PageReference } from 'lightning/navigation';

/** One of the people of a finding as the list shows it. */
export interface Person {
  readonly id: string | null;
  readonly label: string;
  readonly name: string | null;
  readonly message: string | null;
  readonly reference: PageReference;
}

export function personOf(person: Apex.ProvisioningFindingPerson): Person {
  return {
    id: person.id,
    label: person.employeeNumber ?? person.name ?? person.id ?? '',
    name: person.employeeNumber ? person.name : null,
    message: person.message,
    reference: { type: 'standard__recordPage', attributes: { recordId: person.id ?? '', actionName: 'view' } },
  };
}
