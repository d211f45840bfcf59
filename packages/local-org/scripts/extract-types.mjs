// Reads the platform's type jars inside @salesforce/code-analyzer-pmd-engine without Java and writes one JSON per namespace:
// the signatures that the Apex checker works with. Usage: node extract-types.mjs <output directory>
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const ACC_STATIC = 0x0008;
const ACC_INTERFACE = 0x0200;
const ACC_SYNTHETIC = 0x1000;
const ACC_ENUM = 0x4000;

/** Class files of a jar: `[name, bytes]`. */
function* classFiles(file) {
  const bytes = fs.readFileSync(file);
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== 0x06054b50) end--;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const compressed = bytes.readUInt16LE(at + 10) !== 0;
    const size = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.endsWith('.class')) {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(start, start + size);
      yield [name, compressed ? zlib.inflateRawSync(data) : data];
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** The parts of a class file that describe its shape (JVM specification, chapter 4). */
function readClass(bytes) {
  let at = 8;
  const u2 = () => {
    at += 2;
    return bytes.readUInt16BE(at - 2);
  };
  const poolSize = u2();
  const pool = [null];
  for (let i = 1; i < poolSize; i++) {
    const tag = bytes[at];
    if (tag === 1) {
      const length = bytes.readUInt16BE(at + 1);
      pool[i] = bytes.toString('utf8', at + 3, at + 3 + length);
      at += 3 + length;
    } else if ([7, 8, 16, 19, 20].includes(tag)) {
      pool[i] = bytes.readUInt16BE(at + 1);
      at += 3;
    } else if (tag === 15) at += 4;
    else if (tag === 5 || tag === 6) {
      at += 9;
      i++;
    } else at += 5;
  }
  const access = u2();
  const name = pool[pool[u2()]];
  const superName = pool[pool[u2()]];
  const interfaces = Array.from({ length: u2() }, () => pool[pool[u2()]]);
  const signatureOf = () => {
    let signature = null;
    for (let count = u2(); count > 0; count--) {
      const attribute = pool[u2()];
      const length = bytes.readUInt32BE(at);
      if (attribute === 'Signature') signature = pool[bytes.readUInt16BE(at + 4)];
      at += 4 + length;
    }
    return signature;
  };
  const readMembers = () =>
    Array.from({ length: u2() }, () => {
      const flags = u2();
      const memberName = pool[u2()];
      const descriptor = pool[u2()];
      return { flags, name: memberName, signature: signatureOf() ?? descriptor };
    });
  const fields = readMembers();
  const methods = readMembers();
  return { access, name, superName, interfaces, fields, methods, signature: signatureOf() };
}

function apexName(javaName) {
  const own = javaName.replace(/^(com\/nawforce\/runforce|io\/github\/apexdevtools\/(standard|sobject)types)\//, '');
  return own === 'java/lang/Object'
    ? 'Object'
    : own
        .replace(/\//g, '.')
        .replace(/\$(?=.)/g, '.')
        .replace(/\$$/, '');
}

const PRIMITIVES = { V: 'void', I: 'System.Integer', J: 'System.Long', Z: 'System.Boolean', D: 'System.Double' };

/** Reads one type of a Java signature: `[Apex text, next index]`. */
function readType(signature, from = 0) {
  const first = signature[from];
  if (first === '[') {
    const [element, next] = readType(signature, from + 1);
    return [`System.List<${element}>`, next];
  }
  if (first === 'T') {
    const end = signature.indexOf(';', from);
    return [signature.slice(from + 1, end), end + 1];
  }
  if (first === '*') return ['Object', from + 1];
  if (first === '+' || first === '-') return readType(signature, from + 1);
  if (first !== 'L') return [PRIMITIVES[first] ?? first, from + 1];
  let at = from + 1;
  let name = '';
  while (signature[at] !== ';' && signature[at] !== '<') name += signature[at++];
  let out = apexName(name);
  if (signature[at] === '<') {
    const args = [];
    at++;
    while (signature[at] !== '>') {
      const [arg, next] = readType(signature, at);
      args.push(arg);
      at = next;
    }
    at++;
    out += `<${args.join(',')}>`;
    while (signature[at] !== ';') out += signature[at++];
  }
  return [out, at + 1];
}

function readMethodType(signature) {
  let at = signature.indexOf('(') + 1;
  const parameters = [];
  while (signature[at] !== ')') {
    const [type, next] = readType(signature, at);
    parameters.push(type);
    at = next;
  }
  return { parameters, returns: readType(signature, at + 1)[0] };
}

/** Type parameters and supertypes of a class. */
function readHeader(file) {
  if (!file.signature) return { parameters: [], supers: [file.superName, ...file.interfaces].filter(Boolean).map(apexName) };
  let at = 0;
  const parameters = [];
  if (file.signature[0] === '<') {
    at = 1;
    while (file.signature[at] !== '>') {
      const colon = file.signature.indexOf(':', at);
      parameters.push(file.signature.slice(at, colon));
      at = colon;
      while (file.signature[at] === ':') {
        at++;
        if (file.signature[at] !== ':') at = readType(file.signature, at)[1];
      }
    }
    at++;
  }
  const supers = [];
  while (at < file.signature.length) {
    const [type, next] = readType(file.signature, at);
    supers.push(type);
    at = next;
  }
  return { parameters, supers };
}

/** Short keys keep the files small: n name, i interface, e enum, p type parameters, x supertypes, f fields, m methods. */
function describe(file) {
  const { parameters, supers } = readHeader(file);
  const type = { n: apexName(file.name) };
  if (file.access & ACC_INTERFACE) type.i = 1;
  if (file.access & ACC_ENUM || supers.some((name) => name.startsWith('java.lang.Enum'))) type.e = 1;
  if (parameters.length > 0) type.p = parameters;
  const known = supers.filter((name) => name !== 'Object' && !name.startsWith('java.'));
  if (known.length > 0) type.x = known;
  const fields = file.fields
    .filter((field) => !(field.flags & ACC_SYNTHETIC) && field.name !== '$VALUES')
    .map((field) => `${field.flags & ACC_STATIC ? 'static ' : ''}${readType(field.signature)[0]} ${field.name.replace(/\$$/, '')}`);
  if (fields.length > 0) type.f = fields;
  const methods = file.methods
    .filter((method) => !(method.flags & ACC_SYNTHETIC) && method.name !== '<clinit>')
    .map((method) => {
      const { parameters: types, returns } = readMethodType(method.signature);
      return `${method.flags & ACC_STATIC ? 'static ' : ''}${returns} ${method.name.replace(/\$$/, '')}(${types.join(',')})`;
    });
  if (methods.length > 0) type.m = methods;
  return type;
}

/** Directory of the jars inside the installed package. */
function jarDirectory() {
  const manifest = createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine/package.json');
  return path.join(path.dirname(manifest), 'dist', 'java-lib');
}

/** Writes `<namespace>.json` files (an object of types by lower-case qualified name) to `output`; gives the number of types. */
export function extractTypes(output, jars = jarDirectory()) {
  const namespaces = new Map();
  let count = 0;
  for (const jar of fs.readdirSync(jars).filter((name) => /^standard-types.*\.jar$/.test(name))) {
    for (const [, bytes] of classFiles(path.join(jars, jar))) {
      const type = describe(readClass(bytes));
      const namespace = type.n.split('.')[0];
      // SObjects come from the schema; visual components and stubs are not types of the language.
      if (/package-info|SObjectStubs|Component/.test(namespace) || !type.n.includes('.')) continue;
      count++;
      const key = namespace.toLowerCase();
      if (!namespaces.has(key)) namespaces.set(key, {});
      namespaces.get(key)[type.n.toLowerCase()] = type;
    }
  }
  // Written beside and renamed: two processes may do this at once, and a reader must never see half of it.
  const draft = `${output}.${process.pid}.${Math.trunc(performance.now())}`;
  fs.mkdirSync(draft, { recursive: true });
  for (const [namespace, types] of namespaces) fs.writeFileSync(path.join(draft, `${namespace}.json`), JSON.stringify(types));
  fs.writeFileSync(path.join(draft, 'index.json'), JSON.stringify([...namespaces.keys()].sort()));
  fs.mkdirSync(path.dirname(path.resolve(output)), { recursive: true });
  try {
    fs.renameSync(draft, output);
  } catch {
    for (const file of fs.readdirSync(draft)) {
      fs.mkdirSync(output, { recursive: true });
      fs.renameSync(path.join(draft, file), path.join(output, file));
    }
    fs.rmdirSync(draft);
  }
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const output = process.argv[2];
  if (!output) throw new Error('Usage: node extract-types.mjs <output directory>');
  const start = performance.now();
  const count = extractTypes(output);
  console.error(`${count} platform types in ${Math.round(performance.now() - start)} ms`);
}
