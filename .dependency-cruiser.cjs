/** The import rules of the local org: each folder may import only from those left of it (ARCHITECTURE.md). */
const order = ['kernel', 'schema', 'metadata', 'soql', 'apex', 'store', 'access', 'data', 'platform', 'engine', 'async', 'stdlib', 'testing', 'host', 'rest', 'web', 'cli']; // prettier-ignore

const rules = order.map((folder, i) => ({
  name: `${folder}-imports-only-from-its-left`,
  comment: `${folder} may import: ${order.slice(0, i).join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^local-org/src/${folder}/` },
  to: { path: `^local-org/src/(${order.slice(i + 1).join('|') || '-'})/`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'store-is-the-only-one-that-knows-sqlite',
      severity: 'error',
      from: { path: '^local-org/src/', pathNot: '^local-org/src/store/' },
      to: { path: 'libsql' },
    },
    {
      name: 'store-knows-only-the-kernel',
      severity: 'error',
      from: { path: '^local-org/src/store/' },
      to: { path: '^local-org/src/(schema|metadata|soql|apex)/' },
    },
    {
      name: 'siblings-stay-apart',
      comment: 'metadata and soql know the schema, not each other',
      severity: 'error',
      from: { path: '^local-org/src/soql/' },
      to: { path: '^local-org/src/metadata/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'local-org/tsconfig.json' },
    exclude: { path: '^local-org/src/web/app/' },
  },
};
