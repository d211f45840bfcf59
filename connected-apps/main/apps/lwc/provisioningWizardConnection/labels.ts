import appsConnectorText from '@salesforce/label/c.Apps_Connector_Text';
import appsCredentialNone from '@salesforce/label/c.Apps_Credential_None';
import appsCredentialText from '@salesforce/label/c.Apps_Credential_Text';
import appsFactConnector from '@salesforce/label/c.Apps_Fact_Connector';
import appsFactCredential from '@salesforce/label/c.Apps_Fact_Credential';

export const labels = {
  appsConnectorText,
  appsCredentialNone,
  appsCredentialText,
  appsFactConnector,
  appsFactCredential,
};
