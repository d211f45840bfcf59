/** The local org sends no streaming events to pages; a component asks this first, as on the platform. */
export async function isEmpEnabled(): Promise<boolean> {
  return false;
}

/** Rejects: there is nothing to subscribe to. */
export async function subscribe(channel: string): Promise<never> {
  throw new Error(`The local org has no streaming channel ${channel} for pages: ask isEmpEnabled() first`);
}

export async function unsubscribe(subscription: { readonly channel: string }): Promise<never> {
  return subscribe(subscription.channel);
}

/** Never called back: without a subscription no stream can fail. */
export function onError(): void {}
