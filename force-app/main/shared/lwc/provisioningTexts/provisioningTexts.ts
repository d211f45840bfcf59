import LOCALE from '@salesforce/i18n/locale';

const numbers = new Intl.NumberFormat(LOCALE);

/** Marks that turn the direction of what follows them (Unicode Standard Annex 9): in a value they would turn the rest of the sentence. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

type Values = readonly (string | number | null)[];

/**
 * Fills `{0}`, `{1}`, ... of a label; numbers are written in the user's locale. `{0} [person|people]` takes the word before the bar for one,
 * as ProvisioningCounted of Apex does.
 */
export function format(label: string, ...values: Values): string {
  return chosen(label, values).replace(/\{(\d+)\}/g, (hole, index: string) => {
    const value = values[Number(index)];
    if (value === undefined) return hole;
    return typeof value === 'number' ? count(value) : (value ?? '').replace(TURNS, '');
  });
}

function chosen(label: string, values: Values): string {
  return label.replace(
    /\[(?:(\d):)?([^[\]|]*)\|([^[\]|]*)\]/g,
    (_choice, named: string | undefined, one: string, many: string, start: number) => {
      const value = values[Number(named ?? indexNear(label, start))];
      return value === 1 || value === '1' ? one : many;
    },
  );
}

/** Of the placeholder before the position, else of the first one behind it. */
function indexNear(label: string, position: number): string | undefined {
  const holes = [...label.matchAll(/\{(\d+)\}/g)];
  return (holes.filter((hole) => hole.index < position).at(-1) ?? holes[0])?.[1];
}

/** A whole number in the user's locale; nothing counts as none. */
export function count(value: number | null | undefined): string {
  return numbers.format(value ?? 0);
}
