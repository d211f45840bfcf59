import type { ObjectHook } from '../../data/hooks';

/** Objects whose rows define what permission sets grant: whoever writes them changes the rights of their holders. */
const DEFINITIONS = [
  'PermissionSet',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'PermissionSetGroupComponent',
  'Profile',
];

export const rightsHooks: readonly ObjectHook[] = DEFINITIONS.map((object) => ({
  object,
  written: (_operation, _rows, context) => context.access.invalidate(),
}));
