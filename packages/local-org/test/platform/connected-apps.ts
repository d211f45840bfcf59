import type { OrgMetadata, ProjectFile } from '../../src/metadata';

/** A connected app that administrators approve users of, and one for everybody. */
const APPS: OrgMetadata['connectedApps'] = [
  {
    ...{
      name: 'Crane_Hire',
      path: 'connectedApps/Crane_Hire.connectedApp-meta.xml',
      label: 'Crane Hire',
      startUrl: 'https://crane.example',
    },
    ...{ mobileStartUrl: null, adminApproved: true, highAssurance: false, refreshToken: { period: 7, fromLastUse: true } },
    ...{ profiles: ['System Administrator'], permissionSets: ['Mechanic'] },
  },
  {
    ...{ name: 'Weather', path: 'connectedApps/Weather.connectedApp-meta.xml', label: 'Weather', startUrl: null, mobileStartUrl: null },
    ...{ adminApproved: false, highAssurance: true, refreshToken: { period: null, fromLastUse: false }, profiles: [], permissionSets: [] },
  },
];

/** The garage with user provisioning and two connected apps. */
export function withConnectedApps(project: ProjectFile, metadata: OrgMetadata): [ProjectFile, OrgMetadata] {
  return [
    { ...project, features: [...project.features, 'UserProvisioning'] },
    { ...metadata, connectedApps: APPS },
  ];
}
