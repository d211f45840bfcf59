import { describe, expect, it } from 'vitest';
import { readProject } from '../../src/metadata';

const read = (files: Record<string, string>) =>
  readProject(new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))).metadata;

// Metadata API Developer Guide, ConnectedApp, ExternalClientApplication and UserProvisioningConfig.
describe('files of connected apps', () => {
  it('say who may use the app and for how long', () => {
    const { connectedApps, diagnostics } = read({
      'a/connectedApps/Crane_Hire.connectedApp-meta.xml': `<ConnectedApp>
        <label>Crane Hire</label><contactEmail>crane@example.com</contactEmail><startUrl>https://crane.example</startUrl>
        <oauthConfig><callbackUrl>https://crane.example/back</callbackUrl><consumerSecret>hush</consumerSecret><isAdminApproved>true</isAdminApproved></oauthConfig>
        <oauthPolicy><ipRelaxation>ENFORCE</ipRelaxation><refreshTokenPolicy>specific_inactivity:7:DAYS</refreshTokenPolicy></oauthPolicy>
        <sessionPolicy><sessionLevel>HIGH_ASSURANCE</sessionLevel></sessionPolicy>
        <permissionSetName>Crane</permissionSetName><permissionSetName>Lifter</permissionSetName><profileName></profileName>
      </ConnectedApp>`,
      'a/connectedApps/Bare.connectedApp-meta.xml': '<ConnectedApp><label>Bare</label></ConnectedApp>',
      'a/connectedApps/Nameless.connectedApp-meta.xml': '<ConnectedApp/>',
    });
    expect(diagnostics).toMatchObject([
      { path: 'a/connectedApps/Nameless.connectedApp-meta.xml', message: 'Required field is missing: label' },
    ]);
    expect(connectedApps).toMatchObject([
      {
        ...{ name: 'Crane_Hire', label: 'Crane Hire', startUrl: 'https://crane.example', mobileStartUrl: null, adminApproved: true },
        ...{ highAssurance: true, refreshToken: { period: 7, fromLastUse: true }, permissionSets: ['Crane', 'Lifter'], profiles: [] },
      },
      { name: 'Bare', adminApproved: false, highAssurance: false, refreshToken: { period: null, fromLastUse: false } },
    ]);
    expect(JSON.stringify(connectedApps)).not.toContain('hush');
  });

  it('stand beside those of external client apps and of what provisions users', () => {
    const { externalClientApps, userProvisioningConfigs, diagnostics } = read({
      'a/externalClientApps/Till.eca-meta.xml':
        '<ExternalClientApplication><label>The Till</label><distributionState>Packaged</distributionState></ExternalClientApplication>',
      'a/UserProvisioningConfigs/Crane.userProvisioningConfig-meta.xml':
        '<UserProvisioningConfig><connectedApp>Crane_Hire</connectedApp><masterLabel>Crane</masterLabel><enabled>true</enabled><reconFilter>a eq 1</reconFilter></UserProvisioningConfig>',
    });
    expect(diagnostics).toEqual([]);
    expect(externalClientApps).toMatchObject([{ name: 'Till', label: 'The Till', distributionState: 'Packaged', description: null }]);
    expect(userProvisioningConfigs).toMatchObject([
      { name: 'Crane', connectedApp: 'Crane_Hire', enabled: true, reconFilter: 'a eq 1', namedCredential: null },
    ]);
  });
});
