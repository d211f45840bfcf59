interface Field extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): void;
}

/** What each field says now: one that is rendered anew says nothing yet. */
const said = new WeakMap<Element, string>();

/** Shows the errors at their fields, named by `data-field`, and takes back those that are gone. */
export function markErrors(root: Pick<ParentNode, 'querySelectorAll'>, errors: ReadonlyMap<string, string>): void {
  for (const element of root.querySelectorAll<Field>('[data-field]')) {
    const message = errors.get(element.dataset.field ?? '') ?? '';
    if (message === (said.get(element) ?? '')) continue;
    said.set(element, message);
    element.setCustomValidity(message);
    element.reportValidity();
  }
}

/** A component that holds fields of its own. */
interface Holder extends HTMLElement {
  focusField?(field: string): void;
}

/** Puts the focus on the field of this name, wherever in the children it stands; else on the first field that there is. */
export function focusField(root: Pick<ParentNode, 'querySelectorAll'>, field: string): void {
  const fields = [...root.querySelectorAll<HTMLElement>('[data-field]')];
  const own = fields.find(({ dataset }) => dataset.field === field);
  const holder = [...root.querySelectorAll<Holder>('*')].find((child) => typeof child.focusField === 'function');
  if (own || !holder) (own ?? fields[0])?.focus();
  else holder.focusField?.(field);
}
