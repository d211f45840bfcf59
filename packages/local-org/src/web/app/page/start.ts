import { createElement } from 'lwc';
import ToastContainer from 'lightning/toastContainer';
import App from 'shell/app';
import { followLinks } from './runtime/router';
import { shellLanguage } from './runtime/texts';

/** Mounts the shell. */
export function start(shell: HTMLElement): void {
  document.documentElement.lang = shellLanguage();
  followLinks(window);
  ToastContainer.instance();
  shell.replaceChildren(createElement('shell-app', { is: App }));
}
