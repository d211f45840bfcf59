import { obstaclesOf, type Plan } from 'c/provisioningImportColumns';
import type { Stage } from 'c/provisioningImportRun';
import type { Step } from 'c/provisioningStepPath';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

export type StepName = 'upload' | 'map' | 'check' | 'import';
type Fields = readonly Apex.EmployeeImportFieldView[];

const STEPS: readonly { readonly name: StepName; readonly label: string }[] = [
  { name: 'upload', label: labels.importStepUpload },
  { name: 'map', label: labels.importStepMap },
  { name: 'check', label: labels.importStepCheck },
  { name: 'import', label: labels.importStepImport },
];

/** What was done is a link back, except from an import that is under way or done, which nothing takes back. */
export function stepsOf(current: StepName, hasFile: boolean, stage: Stage): readonly Step[] {
  const at = STEPS.findIndex(({ name }) => name === current);
  const isOver = stage === 'import' || stage === 'imported';
  return STEPS.map(({ name, label }, i) => ({
    name,
    label,
    state: i < at || stage === 'imported' ? 'done' : i === at ? 'current' : 'open',
    opens: !isOver && i < 2 && i !== at && (i < at || hasFile),
  }));
}

/** What has to be settled before rows can be sent. */
export function obstacleTexts(plan: Plan, fields: Fields): readonly string[] {
  const labelOf = (target: string) => fields.find(({ name }) => name === target)?.label ?? target;
  return obstaclesOf(plan).map(({ kind, target, columns }) => {
    if (kind === 'number') return labels.importMapNoNumber;
    if (kind === 'twice') return format(labels.importMapTwice, labelOf(target), columns.join(', '));
    return format(labels.importMapNoForm, columns.join(', '));
  });
}

/** The columns of a file to begin with: what is required, and who gets a user. */
export function templateOf(fields: Fields): readonly string[] {
  const usual = ['employeeNumber', 'firstName', 'lastName', 'email', 'status'];
  const required = fields.filter((field) => field.required).map(({ name }) => name ?? '');
  return [...new Set([...usual, ...required])];
}
