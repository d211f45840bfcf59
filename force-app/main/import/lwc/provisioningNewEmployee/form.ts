import { labels } from './labels';

/** One input of the form. */
export interface FormInput {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly maximum: number | null;
  readonly help: string;
}

/** The start date is one input, whatever it fills. */
export const START = 'startDate';

const LABELS: Readonly<Record<string, string | undefined>> = {
  employeeNumber: labels.newEmployeeNumber,
  firstName: labels.newEmployeeFirstName,
  lastName: labels.newEmployeeLastName,
  email: labels.newEmployeeEmail,
  status: labels.newEmployeeStatus,
};
const TYPES: Readonly<Record<string, string | undefined>> = { date: 'date', datetime: 'date' };
const NUMBERS: ReadonlySet<string> = new Set(['double', 'currency', 'percent', 'integer']);

/** The inputs of the form, the start date after the status; `help` says what the status does. */
export function inputsOf(form: Apex.EmployeeImportForm, help: string): readonly FormInput[] {
  const inputs = (form.fields ?? []).map((field) => inputOf(field, field.name === 'status' ? help : ''));
  const at = inputs.findIndex(({ name }) => name === 'status') + 1;
  return [...inputs.slice(0, at), ...startOf(form), ...inputs.slice(at)];
}

/** What is sent: a row as the API takes it, without what was left empty. */
export function rowOf(form: Apex.EmployeeImportForm, values: Readonly<Record<string, string>>): Readonly<Record<string, string | number>> {
  const fields = [...(form.fields ?? []).map((field) => ({ ...field, from: field.name ?? '' })), ...starts(form)];
  return Object.fromEntries(
    fields.flatMap(({ name, type, from }) => {
      const text = (values[from] ?? '').trim();
      return text === '' ? [] : [[name ?? '', NUMBERS.has(type ?? '') ? Number(text) : text] as const];
    }),
  );
}

/** The input in which a field that is wrong was typed. */
export function inputNameOf(form: Apex.EmployeeImportForm, field: string | null): string {
  return starts(form).some(({ name }) => name === field) ? START : (field ?? '');
}

function starts(form: Apex.EmployeeImportForm) {
  return (form.startDates ?? []).map((field) => ({ ...field, from: START }));
}

function startOf(form: Apex.EmployeeImportForm): readonly FormInput[] {
  const fields = form.startDates ?? [];
  if (fields.length === 0) return [];
  const required = fields.some((field) => field.required === true);
  return [{ name: START, label: labels.newEmployeeStartDate, type: 'date', required, options: [], maximum: null, help: '' }];
}

function inputOf(field: Apex.EmployeeImportFieldView, help: string): FormInput {
  const options = (field.choices ?? []).map((choice) => ({ label: choice, value: choice }));
  const name = field.name ?? '';
  return {
    name,
    label: LABELS[name] ?? field.label ?? name,
    type: TYPES[field.type ?? ''] ?? 'text',
    required: field.required === true,
    options,
    maximum: field.maximumLength || null,
    help,
  };
}
