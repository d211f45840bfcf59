import type { Diagnostic, OrgMetadata, SharingRule } from '../metadata/model';
import type { ObjectDraft } from './draft';
import { finding } from './parsed';

/** What criteria ask, by the operation's name (Metadata API Developer Guide, FilterItem). */
export const OPERATIONS: ReadonlySet<string> = new Set([
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
  'includes',
  'excludes',
]);
const TYPES: ReadonlySet<string> = new Set([
  ...['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist', 'combobox', 'boolean', 'id', 'reference'],
  ...['int', 'double', 'currency', 'percent', 'date', 'datetime'],
]);

/** Gives objects the rules that their files have, as far as the local org knows what they say. */
export function addSharingRules(drafts: ReadonlyMap<string, ObjectDraft>, metadata: OrgMetadata, diagnostics: Diagnostic[]): void {
  for (const [name, rules] of metadata.sharingRules) {
    const draft = drafts.get(name.toLowerCase());
    for (const rule of rules) {
      if (!draft) {
        diagnostics.push(finding(rule.path, `The object ${name} of these sharing rules does not exist in this org`, 'warning'));
        break;
      }
      const fault = faultOf(rule, draft);
      if (fault) diagnostics.push(fault);
      else draft.sharingRules = [...(draft.sharingRules ?? []), rule];
    }
  }
}

function faultOf(rule: SharingRule, draft: ObjectDraft): Diagnostic | null {
  const unknown = (what: string): Diagnostic =>
    finding(rule.path, `The local org does not know ${what} of the sharing rule ${rule.name}: the rule has no effect`, 'warning');
  for (const { field: name, operation } of rule.criteria) {
    const field = draft.fields.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!field) return finding(rule.path, `In field: field - no CustomField named ${draft.name}.${name} found`);
    if (!OPERATIONS.has(operation)) return unknown(`the operation "${operation}"`);
    if (!TYPES.has(field.type) || field.calculated || field.referenceTo.includes('RecordType')) return unknown(`criteria on ${name}`);
  }
  const filter = rule.filter ?? '';
  const numbers = [...filter.matchAll(/\d+/g)].map(Number);
  const known = /^(?:\d+|AND|OR|NOT|[()\s])*$/i.test(filter) && numbers.every((n) => n >= 1 && n <= rule.criteria.length);
  return known ? null : finding(rule.path, `The filter logic "${filter}" of the sharing rule ${rule.name} is not valid`);
}
