type Condition = Apex.EmployeeCondition;
type Group = Apex.EmployeeConditionGroup;

export const OPERATORS = ['equals', 'not', 'in', 'startsWith', 'contains', 'empty', 'notEmpty', 'before', 'after'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A condition that says nothing yet. */
export const blankCondition = (): Condition => ({ field: null, operator: 'equals', values: [], nested: null });
export const blankGroup = (match: string): Group => ({ match, conditions: [blankCondition()] });
/** A condition that is a group of others. */
export const nestedGroup = (): Condition => ({ field: null, operator: null, values: [], nested: blankGroup('any') });

export const takesValues = (operator: string | null): boolean => operator !== 'empty' && operator !== 'notEmpty';

/** The group with one of its conditions changed. */
export function changed(group: Group, index: number, changes: Partial<Condition>): Group {
  return { ...group, conditions: group.conditions.map((condition, place) => (place === index ? { ...condition, ...changes } : condition)) };
}
export function without(group: Group, index: number): Group {
  return { ...group, conditions: group.conditions.filter((_, place) => place !== index) };
}

/** Values as somebody types them: apart by semicolons. */
export function valuesOf(text: string): string[] {
  return text
    .split(';')
    .map((value) => value.trim())
    .filter(Boolean);
}
