import type * as apex from '@apexdevtools/apex-parser';
import type {
  AccessorNode,
  ClassNode,
  DeclarationNode,
  EnumNode,
  InterfaceNode,
  MemberNode,
  MethodNode,
  Modifiers,
  ParameterNode,
  PropertyNode,
} from '../ast/nodes';
import { lastLine, place, text, typeNode } from './common';
import { expression } from './expressions';
import { localModifiers, modifiers } from './modifiers';
import { block } from './statements';

function parameters(context: apex.FormalParametersContext): ParameterNode[] {
  const list = context.formalParameterList()?.formalParameter_list() ?? [];
  return list.map((one) => ({
    ...place(one.id()),
    name: text(one.id()),
    type: typeNode(one.typeRef()),
    ...localModifiers(one.modifier_list()),
  }));
}

/** A top-level or inner class, interface or enum. */
export function declaration(
  context: apex.ClassDeclarationContext | apex.EnumDeclarationContext | apex.InterfaceDeclarationContext,
  mods: Modifiers,
): DeclarationNode {
  if ('classBody' in context) return classNode(context as apex.ClassDeclarationContext, mods);
  if ('interfaceBody' in context) return interfaceNode(context as apex.InterfaceDeclarationContext, mods);
  return enumNode(context as apex.EnumDeclarationContext, mods);
}

function classNode(context: apex.ClassDeclarationContext, mods: Modifiers): ClassNode {
  return {
    ...place(context.id()),
    kind: 'class',
    keyword: place(context),
    name: text(context.id()),
    modifiers: mods,
    superType: context.typeRef() ? typeNode(context.typeRef()) : null,
    interfaces: context.typeList()?.typeRef_list().map(typeNode) ?? [],
    members: context.classBody().classBodyDeclaration_list().flatMap(bodyDeclaration),
    endLine: lastLine(context),
  };
}

function interfaceNode(context: apex.InterfaceDeclarationContext, mods: Modifiers): InterfaceNode {
  const methods = context
    .interfaceBody()
    .interfaceMethodDeclaration_list()
    .map((one): MethodNode => ({
      ...place(one.id()),
      kind: 'method',
      name: text(one.id()),
      modifiers: modifiers(one.modifier_list()),
      returnType: one.VOID() ? null : typeNode(one.typeRef()),
      parameters: parameters(one.formalParameters()),
      body: null,
      endLine: lastLine(one),
    }));
  return {
    ...place(context.id()),
    kind: 'interface',
    keyword: place(context),
    name: text(context.id()),
    modifiers: mods,
    interfaces: context.typeList()?.typeRef_list().map(typeNode) ?? [],
    members: methods,
    endLine: lastLine(context),
  };
}

function enumNode(context: apex.EnumDeclarationContext, mods: Modifiers): EnumNode {
  const constants = context.enumConstants()?.id_list().map(text) ?? [];
  return {
    ...place(context.id()),
    kind: 'enum',
    keyword: place(context),
    name: text(context.id()),
    modifiers: mods,
    constants,
    endLine: lastLine(context),
  };
}

function bodyDeclaration(context: apex.ClassBodyDeclarationContext): MemberNode[] {
  const body = context.block();
  if (body) return [{ ...place(body), kind: 'initializer', isStatic: context.STATIC() != null, body: block(body) }];
  const member = context.memberDeclaration();
  return member ? members(member, modifiers(context.modifier_list())) : [];
}

type MemberContext = apex.MemberDeclarationContext | apex.TriggerMemberDeclarationContext | apex.AnonymousMemberDeclarationContext;

/** One declaration of a class, trigger or anonymous block; a field declaration with several names gives several. */
export function members(context: MemberContext, mods: Modifiers): MemberNode[] {
  const method = context.methodDeclaration();
  if (method) return [methodNode(method, mods)];
  const field = context.fieldDeclaration();
  if (field) {
    const type = typeNode(field.typeRef());
    return field
      .variableDeclarators()
      .variableDeclarator_list()
      .map((one) => ({
        ...place(one),
        kind: 'field',
        name: text(one.id()),
        modifiers: mods,
        type,
        initial: one.expression() ? expression(one.expression()) : null,
      }));
  }
  const property = context.propertyDeclaration();
  if (property) return [propertyNode(property, mods)];
  const constructor = 'constructorDeclaration' in context ? (context as ConstructorHolder).constructorDeclaration() : null;
  if (constructor) {
    return [
      {
        ...place(constructor),
        kind: 'constructor',
        name: text(constructor.qualifiedName()),
        modifiers: mods,
        parameters: parameters(constructor.formalParameters()),
        body: block(constructor.block()),
        endLine: lastLine(constructor),
      },
    ];
  }
  const inner = context.classDeclaration() ?? context.interfaceDeclaration() ?? context.enumDeclaration();
  return inner ? [declaration(inner, mods)] : [];
}

interface ConstructorHolder {
  constructorDeclaration(): apex.ConstructorDeclarationContext | null;
}

function methodNode(context: apex.MethodDeclarationContext, mods: Modifiers): MethodNode {
  return {
    ...place(context.id()),
    kind: 'method',
    name: text(context.id()),
    modifiers: mods,
    returnType: context.VOID() ? null : typeNode(context.typeRef()),
    parameters: parameters(context.formalParameters()),
    body: context.block() ? block(context.block()) : null,
    endLine: lastLine(context),
  };
}

function propertyNode(context: apex.PropertyDeclarationContext, mods: Modifiers): PropertyNode {
  const accessors = context.propertyBlock_list().map((one): AccessorNode => {
    const own = one.getter() ?? one.setter();
    const body = own.block() ? block(own.block()) : null;
    return { ...place(own), kind: one.getter() ? 'get' : 'set', modifiers: modifiers(one.modifier_list()), body };
  });
  const getter = accessors.find((one) => one.kind === 'get') ?? null;
  const setter = accessors.find((one) => one.kind === 'set') ?? null;
  return {
    ...place(context.id()),
    kind: 'property',
    name: text(context.id()),
    modifiers: mods,
    type: typeNode(context.typeRef()),
    getter,
    setter,
    repeated: accessors.find((one) => one !== getter && one !== setter) ?? null,
  };
}
