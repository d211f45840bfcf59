import { createElement } from 'lwc';
import ToastContainer from 'lightning/toastContainer';
import App from 'shell/app';
import { followLinks } from './runtime/router';

/** Mounts the shell. */
export function start(shell: HTMLElement): void {
  followLinks(window);
  ToastContainer.instance();
  shell.replaceChildren(createElement('shell-app', { is: App }));
}
