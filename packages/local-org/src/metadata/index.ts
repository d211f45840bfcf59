export { METADATA_COVERAGE } from './coverage';
export { loadFiles, type ProjectFiles } from './load';
export { readProject } from './read';
export { isTranslated, labelText, navigationLabel, translatedText, translationsOf } from './translations';
export { DEFAULT_PROJECT, projectFileOf } from './project-file';
export type * from './model';
