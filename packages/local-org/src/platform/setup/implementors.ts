import type { Deployment } from './context';

/** A class that implements an interface, itself or through what it extends. Names as the class that holds them and their own, with a period. */
export interface Implementor {
  readonly className: string;
  readonly isConcrete: boolean;
  /** Null for an interface of the project. */
  readonly interfaceNamespace: string | null;
  readonly interfaceName: string;
}

/** What queries know of interfaces and their classes (Object Reference, ApexTypeImplementor). */
export function deployImplementors({ rows, implementors, classIds }: Deployment): void {
  const idOf = (name: string): string | null => classIds.get((name.split('.')[0] as string).toLowerCase()) ?? null;
  const ids = implementors.map(({ className, isConcrete, interfaceNamespace, interfaceName }) => {
    const key = { ClassName: className, InterfaceNamespacePrefix: interfaceNamespace, InterfaceName: interfaceName };
    const own = interfaceNamespace === null ? idOf(interfaceName) : null;
    return rows.put('ApexTypeImplementor', key, { ApexClassId: idOf(className), InterfaceApexClassId: own, IsConcrete: isConcrete }).id;
  });
  rows.deleteOthers('ApexTypeImplementor', {}, new Set(ids));
}
