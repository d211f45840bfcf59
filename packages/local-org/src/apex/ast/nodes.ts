import type { Annotation } from '../port';

/** Where a node begins. Lines and columns from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A type as written: `Map<Id, List<Account>>`; arrays are already Lists. */
export interface TypeNode extends Place {
  readonly name: string;
  readonly args: readonly TypeNode[];
}

export interface Modifiers {
  /** Lower case keywords; `with sharing` is one entry. */
  readonly words: readonly string[];
  readonly annotations: readonly AnnotationNode[];
  /** Where each of `words` stands. */
  readonly places: readonly Place[];
}

export interface AnnotationNode extends Annotation, Place {
  /** Where each parameter's name stands, or its value when that stands alone; names in lower case. */
  readonly places: Readonly<Record<string, Place>>;
  /** Written as our grammar lets through and the platform's does not: with commas or numbers. */
  readonly misread: boolean;
}

/** Its place is that of the name. */
export interface ParameterNode extends Place {
  readonly name: string;
  readonly type: TypeNode;
  readonly final: boolean;
  /** Null when there are none, or `final` alone. */
  readonly modifiers: Modifiers | null;
}

/** The place of a declaration is that of its name, `keyword` that of `class`, `interface` or `enum`. */
export type DeclarationNode = ClassNode | InterfaceNode | EnumNode;

export interface ClassNode extends Place {
  readonly kind: 'class';
  readonly keyword: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superType: TypeNode | null;
  readonly interfaces: readonly TypeNode[];
  /** In textual order, which is the order of initialisation. */
  readonly members: readonly MemberNode[];
  readonly endLine: number;
}

export interface InterfaceNode extends Place {
  readonly kind: 'interface';
  readonly keyword: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly interfaces: readonly TypeNode[];
  readonly members: readonly MethodNode[];
  readonly endLine: number;
}

export interface EnumNode extends Place {
  readonly kind: 'enum';
  readonly keyword: Place;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly constants: readonly string[];
  readonly endLine: number;
}

export type MemberNode = FieldNode | PropertyNode | MethodNode | ConstructorNode | InitializerNode | DeclarationNode;

export interface FieldNode extends Place {
  readonly kind: 'field';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeNode;
  readonly initial: ExpressionNode | null;
}

export interface AccessorNode extends Place {
  readonly kind: 'get' | 'set';
  readonly modifiers: Modifiers;
  /** Null for `get;`. */
  readonly body: BlockNode | null;
}

export interface PropertyNode extends Place {
  readonly kind: 'property';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeNode;
  readonly getter: AccessorNode | null;
  readonly setter: AccessorNode | null;
  /** A second accessor of one kind, which the grammar lets through. */
  readonly repeated: AccessorNode | null;
}

export interface MethodNode extends Place {
  readonly kind: 'method';
  readonly name: string;
  readonly modifiers: Modifiers;
  /** Null for void. */
  readonly returnType: TypeNode | null;
  readonly parameters: readonly ParameterNode[];
  readonly body: BlockNode | null;
  readonly endLine: number;
}

export interface ConstructorNode extends Place {
  readonly kind: 'constructor';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly parameters: readonly ParameterNode[];
  readonly body: BlockNode;
  readonly endLine: number;
}

export interface InitializerNode extends Place {
  readonly kind: 'initializer';
  readonly isStatic: boolean;
  readonly body: BlockNode;
}

export interface TriggerNode extends Place {
  readonly kind: 'trigger';
  readonly name: string;
  readonly object: string;
  readonly events: readonly { readonly timing: 'before' | 'after'; readonly operation: 'insert' | 'update' | 'delete' | 'undelete' }[];
  readonly members: readonly MemberNode[];
  readonly body: BlockNode;
}

/** Anonymous Apex: statements and declarations in textual order. */
export interface AnonymousNode extends Place {
  readonly kind: 'anonymous';
  readonly members: readonly MemberNode[];
  readonly body: BlockNode;
}

// ---- statements

export type StatementNode =
  | BlockNode
  | VariablesNode
  | ({ readonly kind: 'expression'; readonly expression: ExpressionNode } & Place)
  | ({
      readonly kind: 'if';
      readonly condition: ExpressionNode;
      readonly then: StatementNode;
      readonly otherwise: StatementNode | null;
    } & Place)
  | ({ readonly kind: 'while'; readonly condition: ExpressionNode; readonly body: StatementNode | null } & Place)
  | ({ readonly kind: 'do'; readonly condition: ExpressionNode; readonly body: BlockNode } & Place)
  | ForNode
  | ForEachNode
  | ({ readonly kind: 'return'; readonly value: ExpressionNode | null } & Place)
  | ({ readonly kind: 'throw'; readonly value: ExpressionNode } & Place)
  | ({ readonly kind: 'break' } & Place)
  | ({ readonly kind: 'continue' } & Place)
  | TryNode
  | SwitchNode
  | DmlNode
  | ({ readonly kind: 'runAs'; readonly args: readonly ExpressionNode[]; readonly body: BlockNode } & Place);

export interface VariablesNode extends Place {
  readonly kind: 'variables';
  readonly type: TypeNode;
  readonly final: boolean;
  /** Null when there are none, or `final` alone. */
  readonly modifiers: Modifiers | null;
  readonly names: readonly VariableNode[];
}

export interface BlockNode extends Place {
  readonly kind: 'block';
  readonly statements: readonly StatementNode[];
}

export interface VariableNode extends Place {
  readonly name: string;
  readonly initial: ExpressionNode | null;
}

export interface ForNode extends Place {
  readonly kind: 'for';
  readonly init: StatementNode | null;
  readonly condition: ExpressionNode | null;
  readonly update: readonly ExpressionNode[];
  readonly body: StatementNode | null;
}

export interface ForEachNode extends Place {
  readonly kind: 'forEach';
  readonly type: TypeNode;
  readonly name: string;
  readonly source: ExpressionNode;
  readonly body: StatementNode | null;
}

export interface CatchNode extends Place {
  readonly type: TypeNode;
  readonly name: string;
  readonly body: BlockNode;
}

export interface TryNode extends Place {
  readonly kind: 'try';
  readonly body: BlockNode;
  readonly catches: readonly CatchNode[];
  readonly finallyBody: BlockNode | null;
}

export type WhenNode = Place & { readonly body: BlockNode } & (
    | { readonly kind: 'else' }
    | { readonly kind: 'type'; readonly type: TypeNode; readonly name: string }
    | { readonly kind: 'values'; readonly values: readonly ExpressionNode[] }
  );

export interface SwitchNode extends Place {
  readonly kind: 'switch';
  readonly subject: ExpressionNode;
  readonly cases: readonly WhenNode[];
}

export interface DmlNode extends Place {
  readonly kind: 'dml';
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
  readonly args: readonly ExpressionNode[];
  readonly externalId: string | null;
  readonly mode: 'user' | 'system' | null;
}

// ---- expressions

export type LiteralKind = 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Boolean' | 'null';

export type ExpressionNode =
  | ({ readonly kind: 'literal'; readonly type: LiteralKind; readonly text: string } & Place)
  | ({ readonly kind: 'name'; readonly name: string } & Place)
  | ({ readonly kind: 'this' } & Place)
  | ({ readonly kind: 'super' } & Place)
  | ({ readonly kind: 'parenthesis'; readonly expression: ExpressionNode } & Place)
  | MemberAccessNode
  | CallNode
  | ({ readonly kind: 'index'; readonly object: ExpressionNode; readonly index: ExpressionNode } & Place)
  | ({ readonly kind: 'new'; readonly type: TypeNode; readonly args: readonly ExpressionNode[] } & Place)
  | ({ readonly kind: 'newArray'; readonly type: TypeNode; readonly size: ExpressionNode | null } & Place)
  | ({ readonly kind: 'newValues'; readonly type: TypeNode; readonly values: readonly ExpressionNode[] } & Place)
  | ({ readonly kind: 'newMap'; readonly type: TypeNode; readonly pairs: readonly (readonly [ExpressionNode, ExpressionNode])[] } & Place)
  | ({ readonly kind: 'cast'; readonly type: TypeNode; readonly expression: ExpressionNode } & Place)
  | ({ readonly kind: 'instanceof'; readonly type: TypeNode; readonly expression: ExpressionNode } & Place)
  | ({
      readonly kind: 'conditional';
      readonly condition: ExpressionNode;
      readonly then: ExpressionNode;
      readonly otherwise: ExpressionNode;
    } & Place)
  | ({ readonly kind: 'unary'; readonly operator: string; readonly operand: ExpressionNode } & Place)
  | ({ readonly kind: 'postfix'; readonly operator: '++' | '--'; readonly operand: ExpressionNode } & Place)
  | ({ readonly kind: 'binary'; readonly operator: string; readonly left: ExpressionNode; readonly right: ExpressionNode } & Place)
  | ({ readonly kind: 'assign'; readonly operator: string; readonly target: ExpressionNode; readonly value: ExpressionNode } & Place)
  | ({ readonly kind: 'classLiteral'; readonly type: TypeNode | null } & Place)
  | SoqlNode
  | ({ readonly kind: 'sosl' } & Place);

export type NodeOf<K extends ExpressionNode['kind']> = Extract<ExpressionNode, { kind: K }>;
export type StatementOf<K extends StatementNode['kind']> = Extract<StatementNode, { kind: K }>;

export interface MemberAccessNode extends Place {
  readonly kind: 'member';
  readonly object: ExpressionNode;
  readonly name: string;
  readonly safe: boolean;
}

export interface CallNode extends Place {
  readonly kind: 'call';
  /** Null for an unqualified call; `this(...)` and `super(...)` have the names `this` and `super`. */
  readonly object: ExpressionNode | null;
  readonly name: string;
  readonly args: readonly ExpressionNode[];
  readonly safe: boolean;
}

export interface SoqlNode extends Place {
  readonly kind: 'soql';
  /** Text without the brackets, binds replaced by `:b0`, `:b1`, ... */
  readonly text: string;
  readonly binds: readonly ExpressionNode[];
  /** First object of FROM, as written. */
  readonly from: string;
  /** `SELECT COUNT() FROM ...`. */
  readonly count: boolean;
}

/** What one file holds. */
export type UnitNode = DeclarationNode | TriggerNode | AnonymousNode;
