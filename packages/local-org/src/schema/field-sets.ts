import type { FieldSet } from './model';
import { bool, nodes, text, type Parsed } from './parsed';

/** A field set out of its metadata file; fields that are only available, not displayed, are no members (Metadata API, FieldSet). */
export function fieldSet(parsed: Parsed): FieldSet {
  const name = text(parsed, 'fullName') ?? '';
  const members = nodes(parsed, 'displayedFields').map((item) => ({ path: text(item, 'field') ?? '', required: bool(item, 'isRequired') }));
  return { name, label: text(parsed, 'label') ?? name, description: text(parsed, 'description') ?? '', members };
}
