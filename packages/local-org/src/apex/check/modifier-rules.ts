import type { MemberNode, Modifiers, Place, PropertyNode } from '../ast/nodes';
import { ANNOTATIONS } from './annotations';
import { has, visibilityOf } from './modifiers';
import type { Checker } from './options';
import { report } from './options';
import type { ClassSymbol } from './symbols';

export type Declared = 'classes' | 'interfaces' | 'enums' | 'fields' | 'properties' | 'methods' | 'constructors' | 'locals' | 'parameters';

const SCOPES = ['public', 'private', 'protected', 'global'];
/** Scopes, the narrowest first. */
const WIDTH = ['private', 'protected', 'public', 'global'];
const SHARING = ['with sharing', 'without sharing', 'inherited sharing'];
/** What a declaration has one of; `protected` beside another goes through. */
const EXCLUSIVE = ['public', 'private', 'global', 'webservice'];

/** Keywords by what they may stand on (Apex Developer Guide, Class Definitions, Access Modifiers, Using the final Keyword). */
const ALLOWED: Readonly<Record<Declared, readonly string[]>> = {
  classes: ['public', 'private', 'global', 'abstract', 'virtual', ...SHARING],
  interfaces: ['public', 'private', 'global', 'virtual'],
  enums: ['public', 'private', 'global'],
  fields: [...SCOPES, 'static', 'final', 'transient', 'webservice'],
  properties: [...SCOPES, 'static', 'final', 'transient', 'webservice'],
  methods: [...SCOPES, 'static', 'abstract', 'virtual', 'override', 'webservice', 'testmethod'],
  constructors: SCOPES,
  locals: ['final', 'transient'],
  parameters: ['final'],
};

const MEMBERS: Readonly<Partial<Record<MemberNode['kind'], Declared>>> = {
  field: 'fields',
  property: 'properties',
  method: 'methods',
  constructor: 'constructors',
};

const SHOWN: Readonly<Record<string, string>> = {
  webservice: 'webService',
  testmethod: 'testMethod',
  'with sharing': 'withSharing',
  'without sharing': 'withoutSharing',
  'inherited sharing': 'inheritedSharing',
};
const shown = (word: string): string => SHOWN[word] ?? word;

/** Keywords of a class and of its members. */
export function checkModifiers(checker: Checker, symbol: ClassSymbol): void {
  const { node } = symbol;
  const at = (message: string, place: Place = node): void => report(checker, symbol.path, place, message);
  const declared = node.kind === 'class' ? 'classes' : node.kind === 'interface' ? 'interfaces' : 'enums';
  checkWords(declared, node.modifiers, at);
  if (!symbol.outer) checkTopLevel(symbol, at);
  else if (symbol.visibility === 'global' && symbol.outer.visibility !== 'global')
    at(`Enclosing type for global ${declared} in apex classes must be declared as global`, symbol.outer.node);
  if (node.kind === 'enum') return;
  for (const member of node.members) {
    if (member.kind === 'initializer' && member.isStatic && symbol.outer) at('Inner types are not allowed to have static blocks', member);
    const kind = MEMBERS[member.kind];
    if (!kind || !('modifiers' in member)) continue;
    if (node.kind === 'interface') checkOfInterface(member.modifiers, at);
    else checkMember(symbol, kind, member.modifiers, (message) => at(message, member));
    if (member.kind === 'property') checkAccessors(member, at);
  }
}

function checkTopLevel(symbol: ClassSymbol, at: (message: string) => void): void {
  const { modifiers } = symbol.node;
  if (has(modifiers, 'protected') || symbol.isTest) return;
  if (symbol.visibility === 'private') at('Top-level type must have public or global visibility');
}

function checkWords(declared: Declared, { words, annotations }: Modifiers, at: (message: string) => void): void {
  const names = [...words, ...annotations.map((one) => ANNOTATIONS[one.name]?.name ?? one.name)];
  const twice = names.find((name, i) => names.indexOf(name) < i);
  const sharing = words.filter((word) => SHARING.includes(word));
  if (twice !== undefined) at(`Duplicate modifier: ${shown(twice)}`);
  // The keyword of a web service is a scope in itself.
  else if (words.includes('webservice') && words.includes('global')) at('Duplicate modifier: global');
  else if (words.filter((word) => EXCLUSIVE.includes(word)).length > 1) at('Declarations can only have one scope');
  else if (sharing.length > 1) at(`${sharing.slice(0, 2).map(shown).join(' classes cannot be ')}`);
  if (words.includes('abstract') && words.includes('virtual')) at('abstract are by default virtual');
  for (const word of words) {
    if (ALLOWED[declared].includes(word)) continue;
    const byDefault = word === 'final' && (declared === 'classes' || declared === 'methods');
    at(byDefault ? `${declared} are by default final` : `${shown(word)} is not allowed on ${declared}`);
  }
}

/** Modifiers of a variable or a parameter. A variable may have annotations. */
export function checkLocal(declared: 'locals' | 'parameters', modifiers: Modifiers | null, at: (message: string) => void): void {
  if (!modifiers) return;
  checkWords(declared, modifiers, at);
  if (declared === 'parameters')
    for (const { name } of modifiers.annotations) at(`${ANNOTATIONS[name]?.name ?? name} is not allowed on parameters`);
}

/** An interface's methods have no keywords of their own: they are as visible as the interface. */
function checkOfInterface({ words, places, annotations: [annotation] }: Modifiers, at: (message: string, place?: Place) => void): void {
  if (annotation) at("Expecting '}' but was: '@'", annotation);
  else if (words[0] !== undefined) at(`Expecting '}' but was: '${words[0]}'`, places[0]);
}

/** An accessor is no more visible than its property (Apex Developer Guide, Apex Properties), and there is one of each kind. */
function checkAccessors(property: PropertyNode, at: (message: string, place: Place) => void): void {
  const own = visibilityOf(property.modifiers);
  for (const accessor of [property.getter, property.setter]) {
    if (accessor) checkAccessorWords(accessor.modifiers, at);
    const scope = accessor?.modifiers.words.find((word) => WIDTH.includes(word));
    if (accessor && scope !== undefined && WIDTH.indexOf(scope) > WIDTH.indexOf(own))
      at(`Cannot declare ${scope} accessor on ${own} property`, accessor);
  }
  if (property.repeated) at(`Missing '}' at '${property.repeated.kind}'`, property.repeated);
}

/** One scope at most, which the grammar of the platform asks for. */
function checkAccessorWords({ words, places, annotations: [annotation] }: Modifiers, at: (message: string, place: Place) => void): void {
  const odd = words.findIndex((word, i) => i > 0 || !WIDTH.includes(word));
  if (annotation) at("Unexpected token '@'.", annotation);
  else if (odd >= 0) at(`Unexpected token '${words[odd]}'.`, places[odd] as Place);
}

/** API version from which an abstract method or an override must not be private (Apex Developer Guide, "Apex Versioned Behavior Changes"). */
const SCOPES_ARE_ASKED_FOR = 65;

function checkMember(symbol: ClassSymbol, declared: Declared, modifiers: Modifiers, at: (message: string) => void): void {
  const is = (word: string): boolean => has(modifiers, word);
  if (is('webservice') && declared === 'methods' && !is('static')) at('webService methods must be declared as static');
  for (const word of ['global', 'webservice']) {
    if (is(word) && symbol.visibility !== 'global') at(`Defining type for ${shown(word)} ${declared} must be declared as global`);
  }
  checkWords(declared, modifiers, at);
  if (is('static') && symbol.outer && declared !== 'constructors') at(`static can only be used on ${declared} of a top level type`);
  if (is('protected') && is('static') && declared !== 'constructors') at(`protected ${declared} cannot be static`);
  const inherits = declared === 'methods' || declared === 'constructors';
  if (is('protected') && inherits && !is('override') && !symbol.isVirtual)
    at('New protected methods cannot be defined in non-virtual classes');
  for (const word of symbol.apiVersion >= SCOPES_ARE_ASKED_FOR ? ['abstract', 'override'] : []) {
    if (declared === 'methods' && is(word) && !WIDTH.slice(1).some(is))
      at(`${word} methods require at least one of the following global, public, protected`);
  }
  if (declared !== 'methods') return;
  for (const word of ['abstract', 'virtual', 'override']) if (is('static') && is(word)) at(`static methods cannot be ${word}`);
  if (is('abstract') && !symbol.isAbstract) at('Defining type for abstract methods must be declared as abstract');
}
