/**
 * JSON Schemas of what the API's Apex sends: of a class as JSON.serialize writes it, and of a `new Map<String, Object>{...}` by the types of its values.
 * Whatever has no type that can be told is an error, so that no schema says less than the code does.
 */
import { readFileSync } from 'node:fs';
import { parseApex } from 'local-org/apex';

const PLAIN = {
  string: { type: ['string', 'null'] },
  id: { type: ['string', 'null'] },
  integer: { type: ['integer', 'null'] },
  long: { type: ['integer', 'null'] },
  decimal: { type: ['number', 'null'] },
  double: { type: ['number', 'null'] },
  boolean: { type: ['boolean', 'null'] },
  date: { type: ['string', 'null'], format: 'date' },
  datetime: { type: ['string', 'null'], format: 'date-time' },
  object: {},
};
const LITERALS = { String: 'String', Integer: 'Integer', Boolean: 'Boolean', null: 'Object' };
const type = (name, ...args) => ({ name, args });

/** Every node below one, itself first. */
function* walk(node) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) for (const one of node) yield* walk(one);
  else {
    yield node;
    for (const value of Object.values(node)) yield* walk(value);
  }
}

export class ApexSchemas {
  #units;
  #lines = new Map();
  /** Schemas by name, as `#/components/schemas` has them. */
  components = {};

  constructor(root) {
    this.#units = new Map(
      parseApex(root)
        .filter(({ unit }) => unit)
        .map(({ path, name, unit }) => [name.toLowerCase(), { path, unit }]),
    );
  }

  /** Classes with their REST mappings below `base`: mapping and methods by HTTP verb. */
  resources(base) {
    return [...this.#units.values()].flatMap(({ unit }) => {
      const mapping = unit.modifiers?.annotations.find(({ name }) => name === 'restresource')?.parameters.urlmapping;
      if (!mapping?.startsWith(base)) return [];
      const verbs = unit.members.flatMap(({ modifiers }) =>
        (modifiers?.annotations ?? []).map(({ name }) => /^http(\w+)$/.exec(name)?.[1]),
      );
      return [{ name: unit.name, mapping: mapping.slice(base.length), verbs: verbs.filter(Boolean) }];
    });
  }

  /** A reference to the schema of a class. */
  ofClass(name) {
    const found = this.#find(name);
    if (!found) throw new Error(`No Apex class ${name}`);
    const title = found.title;
    if (!this.components[title]) {
      this.components[title] = {};
      const members = this.#members(found);
      this.components[title] = {
        type: 'object',
        ...this.#comment(found.path, found.unit.line),
        properties: Object.fromEntries(
          members.map(({ name: member, type: of, line }) => [member, { ...this.ofType(of, found), ...this.#comment(found.path, line) }]),
        ),
        required: members.map(({ name: member }) => member),
        additionalProperties: false,
      };
    }
    return { $ref: `#/components/schemas/${title}` };
  }

  /** A reference to a schema under a name of its own. */
  named(name, schema) {
    if (this.components[name]) throw new Error(`Two schemas ${name}`);
    this.components[name] = schema;
    return { $ref: `#/components/schemas/${name}` };
  }

  ofType({ name, args }, within = null) {
    const plain = PLAIN[name.toLowerCase()];
    if (plain) return plain;
    if (/^(list|set)$/i.test(name)) return { type: ['array', 'null'], items: this.ofType(args[0], within) };
    if (/^map$/i.test(name)) return { type: ['object', 'null'], additionalProperties: this.ofType(args[1], within) };
    const inner = within && this.#find(`${within.outer}.${name}`);
    return { oneOf: [this.ofClass(inner ? `${within.outer}.${name}` : name), { type: 'null' }] };
  }

  /** The schema of the nth map that a method (`Class.method`) writes down; `known` are the schemas of values whose types the code does not tell. */
  ofMap(place, nth = 0, known = {}) {
    const { method, owner } = this.#method(place);
    const map = [...walk(method.body)].filter((node) => node.kind === 'newMap' && node.pairs.length > 0)[nth];
    if (!map) throw new Error(`${place} writes no such map`);
    return this.#ofLiteral(map, method, owner, place, known);
  }

  /** The texts of a constant, `Class.NAME`: a set or list of literals. */
  textsOf(place) {
    const [name, constant] = place.split('.');
    const { unit } = this.#find(name);
    const field = unit.members.find((member) => member.kind === 'field' && member.name === constant);
    if (!field) throw new Error(`No constant ${place}`);
    return [...walk(field.initial)].filter((node) => node.kind === 'literal' && node.type === 'String').map(({ text }) => unquoted(text));
  }

  /** What each `records` (`Object.Field`) of a constant holds: names of the API and whether they are counted. */
  recordsOf(place, records) {
    const [name, constant] = place.split('.');
    const field = this.#find(name).unit.members.find((member) => member.kind === 'field' && member.name === constant);
    const properties = {};
    for (const node of walk(field.initial)) {
      if (node.kind !== 'call' || !['holding', 'counting'].includes(node.name)) continue;
      let root = node;
      while (root.kind === 'call') root = root.object;
      if (root.kind !== 'new' || ![...walk(root.args)].some((one) => one.kind === 'member' && one.name === records)) continue;
      properties[unquoted(node.args[0].text)] = { type: [node.name === 'counting' ? 'integer' : 'string', 'null'] };
    }
    if (Object.keys(properties).length === 0) throw new Error(`${place} has no records in ${records}`);
    return { type: 'object', properties, additionalProperties: false };
  }

  #ofLiteral(map, method, owner, place, known = {}) {
    const properties = {};
    for (const [key, value] of map.pairs) {
      const name = key.kind === 'literal' ? unquoted(key.text) : undefined;
      if (name === undefined) throw new Error(`${place}: a key that is no literal`);
      properties[name] = known[name] ?? this.#ofValue(value, method, owner, `${place}, ${name}`);
    }
    return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
  }

  #ofValue(value, method, owner, place) {
    if (value.kind === 'newMap') return this.#ofLiteral(value, method, owner, place);
    const filled = value.kind === 'name' ? this.#filledList(value.name, method, owner, place) : null;
    if (filled) return filled;
    if (value.kind === 'call' && value.object === null) {
      const called = this.#method(`${owner.unit.name}.${value.name}`);
      if (/^list$/i.test(called.method.returnType?.name ?? '') && /^object$/i.test(called.method.returnType.args[0].name)) {
        return { type: 'array', items: this.ofMap(`${owner.unit.name}.${value.name}`) };
      }
    }
    if (value.kind === 'conditional') return this.#ofValue(value.otherwise, method, owner, place);
    const of = this.#typeOf(value, method, owner);
    if (!of) throw new Error(`${place}: the type of the value cannot be told`);
    return this.ofType(of, owner);
  }

  /** A local `List<Object>` to which the method adds maps. */
  #filledList(name, method, owner, place) {
    const added = [...walk(method.body)].find(
      (node) => node.kind === 'call' && node.name === 'add' && node.object?.kind === 'name' && node.object.name === name,
    )?.args[0];
    if (!added) return null;
    if (added.kind === 'newMap') return { type: 'array', items: this.#ofLiteral(added, method, owner, place) };
    if (added.kind === 'call' && added.object === null) return { type: 'array', items: this.ofMap(`${owner.unit.name}.${added.name}`) };
    return null;
  }

  #typeOf(node, method, owner) {
    switch (node.kind) {
      case 'literal':
        return type(LITERALS[node.type] ?? 'Object');
      case 'parenthesis':
        return this.#typeOf(node.expression, method, owner);
      case 'new':
      case 'cast':
        return node.type;
      case 'binary':
        return node.operator === '??' ? this.#typeOf(node.right, method, owner) : type('Boolean');
      case 'name':
        return this.#variable(node.name, method, owner);
      case 'member': {
        const of = this.#typeOf(node.object, method, owner);
        const found = of && this.#find(of.name);
        return found ? this.#members(found, true).find(({ name }) => name.toLowerCase() === node.name.toLowerCase())?.type : undefined;
      }
      case 'call': {
        if (node.object?.kind === 'name' && node.object.name === 'JSON') return type('Object');
        const of = node.object === null ? type(owner.unit.name) : this.#typeOf(node.object, method, owner);
        const found = of && this.#find(of.name);
        return found && methodsOf(found.unit, node.name)[0]?.returnType;
      }
      default:
        return undefined;
    }
  }

  #variable(name, method, owner) {
    const same = (one) => one.toLowerCase() === name.toLowerCase();
    const parameter = method.parameters.find((one) => same(one.name));
    if (parameter) return parameter.type;
    for (const node of walk(method.body)) {
      if (node.kind === 'variables' && node.names.some((one) => same(one.name))) return node.type;
      if (node.kind === 'forEach' && same(node.name)) return node.type;
    }
    return this.#members(owner, true).find((one) => same(one.name))?.type ?? (this.#find(name) ? type(name) : undefined);
  }

  #method(place) {
    const [name, methodName] = place.split('.');
    const owner = this.#find(name);
    const method = owner && methodsOf(owner.unit, methodName)[0];
    if (!method) throw new Error(`No Apex method ${place}`);
    return { method, owner };
  }

  /** `Outer` or `Outer.Inner`. */
  #find(name) {
    const [outer, inner] = name.split('.');
    const file = this.#units.get(outer.toLowerCase());
    if (!file) return undefined;
    if (!inner) return { ...file, outer, title: file.unit.name };
    const unit = file.unit.members.find((member) => member.kind === 'class' && member.name.toLowerCase() === inner.toLowerCase());
    return unit && { path: file.path, unit, outer, title: `${file.unit.name}_${unit.name}` };
  }

  /** What JSON.serialize writes: members of records of the class, those of its parent first; with `everything` static ones too. */
  #members({ unit, outer }, everything = false) {
    const parent = unit.superType && (this.#find(`${outer}.${unit.superType.name}`) ?? this.#find(unit.superType.name));
    const own = unit.members.filter(
      (member) =>
        (member.kind === 'field' || member.kind === 'property') &&
        (everything || !member.modifiers.words.some((word) => word === 'static' || word === 'transient')),
    );
    return [...(parent ? this.#members(parent, everything) : []), ...own];
  }

  /** The comment above a declaration. */
  #comment(path, line) {
    if (!this.#lines.has(path)) this.#lines.set(path, readFileSync(path, 'utf8').split('\n'));
    const lines = this.#lines.get(path);
    let at = line - 2;
    while (at >= 0 && /^\s*@/.test(lines[at])) at--;
    if (at < 0 || !/\*\/\s*$/.test(lines[at])) return {};
    const end = at;
    while (at > 0 && !/\/\*\*/.test(lines[at])) at--;
    const text = lines.slice(at, end + 1).map((one) => one.replace(/^\s*\/?\*+\/?\s?/, '').replace(/\s*\*\/\s*$/, ''));
    return { description: text.join(' ').trim() };
  }
}

const unquoted = (text) => text.replace(/^'(.*)'$/s, '$1');
const methodsOf = (unit, name) =>
  unit.members.filter((member) => member.kind === 'method' && member.name.toLowerCase() === name.toLowerCase());
