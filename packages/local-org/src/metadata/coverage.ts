import { READERS } from './readers';

/** Kinds of metadata files that have an effect in the local org, by file suffix, for docs/coverage.md. */
export const METADATA_COVERAGE: readonly string[] = [
  ...Object.keys(READERS),
  'cls',
  'trigger',
  'js-meta.xml of LWC bundles',
  'resource (single files)',
].sort();
