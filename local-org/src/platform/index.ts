export { deploySetup, type SetupDeployment } from './setup';
