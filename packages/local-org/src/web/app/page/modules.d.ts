declare module 'virtual:components' {
  /** Every exposed component of the project by name, with its loader. */
  export const components: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>>;
}
declare module 'virtual:pages' {
  /** What `runtime/org-pages` gives a type. */
  export const pages: unknown;
}
declare module 'lightning/toast' {
  const Toast: unknown;
  export default Toast;
}
declare module 'lightning/toastContainer' {
  const ToastContainer: { instance(): unknown };
  export default ToastContainer;
}
