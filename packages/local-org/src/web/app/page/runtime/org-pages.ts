import { pages as built } from 'virtual:pages';
import type { PageMetadata } from './model';

/** What the project's metadata says of object homes and record pages; the build reads it. */
export const pages = built as PageMetadata;
