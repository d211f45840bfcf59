import LOCALE from '@salesforce/i18n/locale';

const numbers = new Intl.NumberFormat(LOCALE);

/** Fills `{0}`, `{1}`, ... of a label; numbers are written in the user's locale. */
export function format(label: string, ...values: readonly (string | number | null)[]): string {
  return label.replace(/\{(\d+)\}/g, (hole, index: string) => {
    const value = values[Number(index)];
    if (value === undefined) return hole;
    return typeof value === 'number' ? count(value) : (value ?? '');
  });
}

/** A whole number in the user's locale; nothing counts as none. */
export function count(value: number | null | undefined): string {
  return numbers.format(value ?? 0);
}
