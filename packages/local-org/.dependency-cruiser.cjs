/**
 * The import rules of the local org: each folder may import only from those left of it (ARCHITECTURE.md), which also rules out cycles
 * between folders. Inside a folder that walks a tree, files may call each other: one file per node family recurses through its siblings.
 */
const order = ['kernel', 'schema', 'metadata', 'soql', 'apex', 'store', 'access', 'data', 'platform', 'engine', 'async', 'outbox', 'callouts', 'stdlib', 'testing', 'host', 'rest', 'web', 'cli', 'public']; // prettier-ignore

const rules = order.map((folder, i) => ({
  name: `${folder}-imports-only-from-its-left`,
  comment: `${folder} may import: ${order.slice(0, i).join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${order.slice(i + 1).join('|') || '-'})/`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'store-is-the-only-one-that-knows-sqlite',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: 'libsql' },
    },
    {
      name: 'store-knows-only-the-kernel',
      severity: 'error',
      from: { path: '^src/store/' },
      to: { path: '^src/(schema|metadata|soql|apex)/' },
    },
    {
      name: 'siblings-stay-apart',
      comment: 'metadata and soql know the schema, not each other',
      severity: 'error',
      from: { path: '^src/soql/' },
      to: { path: '^src/metadata/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^src/web/app/' },
  },
};
