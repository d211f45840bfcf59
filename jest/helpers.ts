import '@sa11y/jest';
import { createElement } from 'lwc';

export * from './app-fixtures';
export * from './app-accounts';
export * from './fixtures';

type Component = Parameters<typeof createElement>[1]['is'];
export type Mounted = HTMLElement & Record<string, unknown>;

/** Puts a component into the page, with its public properties set. */
export function mount(tag: string, is: unknown, properties: Readonly<Record<string, unknown>> = {}): Mounted {
  const element = createElement(tag, { is: is as Component }) as unknown as Mounted;
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

/** Lets promises and renderings that are due happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** All elements inside a component that match, through its shadow root. */
export function all<T extends HTMLElement = Mounted>(element: Element, selector: string): T[] {
  return [...((element.shadowRoot as ShadowRoot).querySelectorAll(selector) as NodeListOf<T>)];
}

/** The only element that matches; none or several is an error. */
export function one<T extends HTMLElement = Mounted>(element: Element, selector: string): T {
  const found = all<T>(element, selector);
  if (found.length !== 1) throw new Error(`${found.length} elements match ${selector}`);
  return found[0] as T;
}

/** The base component with this label. */
export function labelled(element: Element, tag: string, label: string): Mounted {
  const found = all(element, tag).filter((candidate) => candidate.label === label);
  if (found.length !== 1) throw new Error(`${found.length} ${tag} are labelled ${label}`);
  return found[0] as Mounted;
}

/** Text that a person sees inside a component's own template, pieces joined by one space. */
export function textOf(element: Element): string {
  const pieces: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) pieces.push(node.textContent ?? '');
    node.childNodes.forEach(visit);
  };
  (element.shadowRoot as ShadowRoot).childNodes.forEach(visit);
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}

/** An error as a call to Apex rejects: our controllers put JSON into the message. */
export function refusal(
  message: string,
  findings: readonly Partial<Apex.ProvisioningFinding>[] = [],
  processId: string | null = null,
  reason: string | null = null,
): unknown {
  return {
    status: 500,
    body: { message: JSON.stringify({ message, reason, findings, processId }), exceptionType: 'System.AuraHandledException' },
  };
}

/** A method of Apex as the mock that stands for it: what it answers is checked against what Apex declares. */
export const apex = <M extends (...params: never[]) => unknown>(method: M): jest.MockedFunction<M> => method as jest.MockedFunction<M>;
