import type { AccessorNode, DeclarationNode, ExpressionNode, MethodNode, ConstructorNode, Modifiers, Place } from '../ast/nodes';
import type { Type } from '../types/type';

export type Visibility = 'private' | 'protected' | 'public' | 'global';

export interface ParameterSymbol {
  readonly name: string;
  readonly type: Type;
  readonly final: boolean;
}

export interface FieldSymbol extends Place {
  readonly kind: 'field' | 'property';
  readonly name: string;
  readonly owner: ClassSymbol;
  readonly type: Type;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly visibility: Visibility;
  readonly modifiers: Modifiers;
  readonly initial: ExpressionNode | null;
  readonly getter: AccessorNode | null;
  readonly setter: AccessorNode | null;
  /** JavaScript property that stores the value. */
  readonly js: string;
}

export interface MethodSymbol extends Place {
  readonly name: string;
  readonly owner: ClassSymbol;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly visibility: Visibility;
  readonly modifiers: Modifiers;
  readonly returns: Type;
  readonly parameters: readonly ParameterSymbol[];
  readonly node: MethodNode;
  /** JavaScript name: the Apex name with the parameter types, so that overloads differ and overrides coincide. */
  readonly js: string;
}

export interface ConstructorSymbol extends Place {
  readonly owner: ClassSymbol;
  readonly visibility: Visibility;
  readonly parameters: readonly ParameterSymbol[];
  /** Null for the constructor that a class without any gets. */
  readonly node: ConstructorNode | null;
  readonly js: string;
}

/** One class, interface or enum of the program. Filled in steps by `declare`; read-only afterwards. */
export interface ClassSymbol {
  readonly name: string;
  readonly simpleName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly node: DeclarationNode;
  readonly outer: ClassSymbol | null;
  readonly inner: Map<string, ClassSymbol>;
  readonly path: string;
  readonly apiVersion: number;
  readonly visibility: Visibility;
  /** Position in the program: statics storage and JavaScript name. */
  readonly index: number;
  readonly js: string;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  superType: Type | null;
  interfaces: Type[];
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: ConstructorSymbol[];
  /** Static fields or blocks that must run before first use. */
  hasStaticInit: boolean;
  /** Default access mode and sharing of SOQL and DML in this class. */
  readonly mode: 'user' | 'system';
  readonly sharing: boolean | 'inherited';
  readonly type: Type;
}
