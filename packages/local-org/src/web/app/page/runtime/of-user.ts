import { regional } from './regional';

/**
 * A regional value of who is signed in, for the base components. They are compiled apart from the shell and have no part in its modules: what they need
 * to know stands on the document, where the shell writes it before they are loaded.
 */
export function ofUser(name: string, own: string): string {
  const { locale = '', timeZone = '' } = document.documentElement.dataset;
  return name === 'timeZone' ? timeZone || own : regional(name, own, locale);
}
