import { loadContext, locale, timeZone } from './runtime/context';
import { whenSignedOut } from './runtime/http';

/** Modules such as `@salesforce/user/Id` are constants, so the context must be there before anything that imports them is evaluated. */
async function boot(): Promise<void> {
  const shell = document.querySelector('#shell') as HTMLElement;
  whenSignedOut(() => location.assign(`/?startURL=${encodeURIComponent(location.pathname + location.search)}`));
  try {
    await loadContext();
    Object.assign(document.documentElement.dataset, { locale: locale(), timeZone: timeZone() });
    const { start } = await import('./start');
    start(shell);
  } catch (error) {
    const alert = document.createElement('p');
    alert.setAttribute('role', 'alert');
    alert.className = 'slds-m-around_large slds-text-color_error';
    alert.textContent = `This page could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
    shell.replaceChildren(alert);
    document.title = 'Error';
    throw error;
  }
}

void boot();
