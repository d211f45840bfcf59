/** One view per model object: views are compared by identity, and Apex expects two describes of one thing to be equal. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    let view = made.get(key);
    if (view === undefined) made.set(key, (view = make(key)));
    return view;
  };
}
