import type { Deployment } from './context';

/** Named credentials as queries see them; those that are no longer in the project go. Address and principal are those of legacy ones only. */
export function deployNamedCredentials({ rows, metadata }: Deployment): void {
  const ids = metadata.namedCredentials.map(({ name, label, endpoint, legacy, mergeInBody, mergeInHeader, authorizes }) => {
    const values = {
      MasterLabel: label,
      Language: 'en_US',
      Endpoint: legacy ? endpoint : null,
      PrincipalType: legacy?.principalType ?? 'Anonymous',
      CalloutOptionsAllowMergeFieldsInBody: mergeInBody,
      CalloutOptionsAllowMergeFieldsInHeader: mergeInHeader,
      CalloutOptionsGenerateAuthorizationHeader: authorizes,
    };
    return rows.put('NamedCredential', { DeveloperName: name }, values).id;
  });
  rows.deleteOthers('NamedCredential', {}, new Set(ids));
}
