import type { MemberNode, Modifiers, Place, PropertyNode } from '../ast/nodes';
import { ANNOTATIONS } from './annotations';
import { has, visibilityOf } from './modifiers';
import type { Checker } from './options';
import { report } from './options';
import type { ClassSymbol } from './symbols';

export type Declared = 'classes' | 'interfaces' | 'enums' | 'fields' | 'properties' | 'methods' | 'constructors';

const SCOPES = ['public', 'private', 'protected', 'global'];
/** Scopes, the narrowest first. */
const WIDTH = ['private', 'protected', 'public', 'global'];
const SHARING = ['with sharing', 'without sharing', 'inherited sharing'];

/** Keywords by what they may stand on (Apex Developer Guide, Class Definitions, Access Modifiers, Using the final Keyword). */
const ALLOWED: Readonly<Record<Declared, readonly string[]>> = {
  classes: ['public', 'private', 'global', 'abstract', 'virtual', ...SHARING],
  interfaces: ['public', 'private', 'global', 'virtual', ...SHARING],
  enums: ['public', 'private', 'global', ...SHARING],
  fields: [...SCOPES, 'static', 'final', 'transient', 'webservice'],
  properties: [...SCOPES, 'static', 'final', 'transient', 'webservice'],
  methods: [...SCOPES, 'static', 'abstract', 'virtual', 'override', 'webservice', 'testmethod'],
  constructors: SCOPES,
};

const MEMBERS: Readonly<Partial<Record<MemberNode['kind'], Declared>>> = {
  field: 'fields',
  property: 'properties',
  method: 'methods',
  constructor: 'constructors',
};

const SHOWN: Readonly<Record<string, string>> = { webservice: 'webService', testmethod: 'testMethod' };
const shown = (word: string): string => SHOWN[word] ?? word;

/** Keywords of a class and of its members. */
export function checkModifiers(checker: Checker, symbol: ClassSymbol): void {
  const { node } = symbol;
  const at = (message: string, place: Place = node): void => report(checker, symbol.path, place, message);
  const declared = node.kind === 'class' ? 'classes' : node.kind === 'interface' ? 'interfaces' : 'enums';
  checkWords(declared, node.modifiers, at);
  if (!symbol.outer) checkTopLevel(symbol, at);
  else if (symbol.visibility === 'global' && symbol.outer.visibility !== 'global')
    at(`Enclosing type for global ${declared} in apex classes must be declared as global`);
  if (node.kind === 'enum') return;
  for (const member of node.members) {
    if (member.kind === 'initializer' && member.isStatic && symbol.outer) at('Inner types are not allowed to have static blocks', member);
    const kind = MEMBERS[member.kind];
    if (!kind || !('modifiers' in member)) continue;
    if (node.kind === 'interface') checkOfInterface(member.modifiers, (message) => at(message, member));
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
  if (twice !== undefined) at(`Duplicate modifier: ${shown(twice)}`);
  else if (words.filter((word) => SCOPES.includes(word)).length > 1) at('Declarations can only have one scope');
  for (const word of words) {
    if (ALLOWED[declared].includes(word)) continue;
    const byDefault = word === 'final' && (declared === 'classes' || declared === 'methods');
    at(byDefault ? `${declared} are by default final` : `${shown(word)} is not allowed on ${declared}`);
  }
}

/** An interface's methods have no keywords of their own: they are as visible as the interface. */
function checkOfInterface({ words }: Modifiers, at: (message: string) => void): void {
  if (words[0] !== undefined) at(`Expecting '}' but was: '${words[0]}'`);
}

/** An accessor is no more visible than its property (Apex Developer Guide, Apex Properties), and there is one of each kind. */
function checkAccessors(property: PropertyNode, at: (message: string, place: Place) => void): void {
  const own = visibilityOf(property.modifiers);
  for (const accessor of [property.getter, property.setter]) {
    const scope = accessor?.modifiers.words.find((word) => WIDTH.includes(word));
    if (accessor && scope !== undefined && WIDTH.indexOf(scope) > WIDTH.indexOf(own))
      at(`Cannot declare ${scope} accessor on ${own} property`, accessor);
  }
  if (property.repeated) at(`Missing '}' at '${property.repeated.kind}'`, property.repeated);
}

function checkMember(symbol: ClassSymbol, declared: Declared, modifiers: Modifiers, at: (message: string) => void): void {
  checkWords(declared, modifiers, at);
  const is = (word: string): boolean => has(modifiers, word);
  if (is('static') && symbol.outer && declared !== 'constructors') at(`static can only be used on ${declared} of a top level type`);
  if (is('protected') && is('static') && declared !== 'constructors') at(`protected ${declared} cannot be static`);
  const inherits = declared === 'methods' || declared === 'constructors';
  if (is('protected') && inherits && !is('override') && !symbol.isVirtual)
    at('New protected methods cannot be defined in non-virtual classes');
  if (is('webservice') && declared === 'methods' && !is('static')) at('webService methods must be declared as static');
  for (const word of ['global', 'webservice']) {
    if (is(word) && symbol.visibility !== 'global') at(`Defining type for ${shown(word)} ${declared} must be declared as global`);
  }
  for (const word of ['abstract', 'override']) {
    if (declared === 'methods' && is(word) && !WIDTH.slice(1).some(is))
      at(`${word} methods require at least one of the following global, public, protected`);
  }
  if (!is('abstract') || declared !== 'methods') return;
  if (is('static')) at('static methods cannot be abstract');
  if (!symbol.isAbstract) at('Defining type for abstract methods must be declared as abstract');
}
