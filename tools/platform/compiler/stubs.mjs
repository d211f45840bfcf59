/** The platform's types as Apex sources: signatures with empty bodies, which is all that a compiler needs of them. */

/** The compiler knows these by itself. */
const BUILT_IN = new Set(
  'Object String Integer Long Double Decimal Boolean Id Blob Date Datetime Time List Set Map SObject Exception'
    .split(' ')
    .map((name) => `System.${name}`),
);
/** Statements by name: a source cannot declare such a method, so PlatformTypes.java takes the ending off again. */
const RESERVED = /^(insert|update|upsert|delete|undelete|merge|rollback)$/i;

/** A type of the signature table in Apex's words. */
function apexType(text) {
  return text
    .replace(/\bInternal\.RecordSet<[^<>]*>/g, 'List<SObject>')
    .replace(/\bInternal\.SObjectType\w*(<[^<>]*>)?/g, 'Schema.SObjectType')
    .replace(/\bInternal\.\w+(<[^<>]*>)?/g, 'Object')
    .replace(/\bSObjects\./g, 'Schema.')
    .replace(/\bSystem\.(\w+)\b(?!\.)/g, (whole, name) => (BUILT_IN.has(whole) ? name : whole))
    .replace(/\bjava\.lang\./g, '');
}

const parameters = (types) => types.map((type, i) => `${apexType(type)} p${i}`).join(', ');

function method(type, className, { name, isStatic, returns, parameters: types }) {
  if (name === '<init>') return type.isInterface ? '' : `global ${className}(${parameters(types)}) {}`;
  const head = `${apexType(returns)} ${RESERVED.test(name) ? `${name}__reserved` : name}(${parameters(types)})`;
  if (type.isInterface) return `${head};`;
  return `global ${isStatic ? 'static' : 'virtual'} ${head} {${returns === 'void' ? '' : ' return null;'}}`;
}

/** Source of one type with its inner types; `extra` are members that the org adds. */
function declaration(platform, type, inner, extra = '') {
  const name = type.name.slice(type.name.lastIndexOf('.') + 1);
  if (type.isEnum) return `global enum ${name} { ${type.constants.join(', ')} }`;
  const isException = name.endsWith('Exception');
  const reserved = type.methods().some((one) => RESERVED.test(one.name)) ? '__reserved' : '';
  const members = type.methods().filter((one) => asks(type, one) && !(isException && one.name === '<init>')).map((one) => method(type, name + reserved, one)); // prettier-ignore
  if (!type.isInterface) {
    for (const { name: field, type: of, isStatic } of type.fields())
      members.push(`global ${isStatic ? 'static ' : ''}${apexType(of)} ${field};`);
  }
  const body = `{ ${members.join(' ')} ${extra} ${inner.join(' ')} }`;
  const own = type.parameters.length > 0 ? `<${type.parameters.join(', ')}>` : '';
  const supers = type.supers.map(apexType);
  if (type.isInterface) return `global interface ${name}${own}${supers.length > 0 ? ` extends ${supers.join(', ')}` : ''} ${body}`;
  const isInterface = (one) => platform.find(one.replace(/<.*/, ''))?.isInterface === true;
  const [parent = ''] = isException ? ['Exception'] : supers.filter((one) => !isInterface(one));
  const interfaces = supers.filter(isInterface).join(', ');
  return `global virtual class ${name}${reserved}${own}${parent && ` extends ${parent}`}${interfaces && ` implements ${interfaces}`} ${body}`;
}

/** `start` of a batch gives a query locator or an iterable. An interface has no words for "one of these", so it asks for neither. */
const asks = (type, { name }) => !(type.name === 'Database.Batchable' && name === 'start');

/** What the compiler puts above every class and every exception that is somebody's own. */
const BASES = [
  'System\tApexBaseClass\tglobal virtual class ApexBaseClass {}',
  'System\tApexBaseException\tglobal virtual class ApexBaseException extends Exception {}',
];

/** Lines of types.tsv: namespace, name, source. */
export function typeLines(platform, names, labels) {
  const types = names
    .map((name) => platform.find(name))
    .filter((type) => type && !BUILT_IN.has(type.name) && !/^Internal\./.test(type.name));
  const within = new Map();
  for (const type of types) {
    const parts = type.name.split('.');
    if (parts.length !== 3) continue;
    const outer = parts.slice(0, 2).join('.');
    within.set(outer, [...(within.get(outer) ?? []), declaration(platform, type, [])]);
  }
  const lines = types
    .filter((type) => type.name.split('.').length === 2)
    .map((type) => {
      const [namespace, name] = type.name.split('.');
      const extra = type.name === 'System.Label' ? labels.map((label) => `global static String ${label};`).join(' ') : '';
      return `${namespace}\t${name}\t${declaration(platform, type, within.get(type.name) ?? [], extra)}`;
    });
  return [...BASES, ...lines];
}
