import ProvisioningAllAppRequests from 'c/provisioningAllAppRequests';
import { mount, one } from 'jest-helpers';

jest.mock('@salesforce/apex/AppRequestsController.decide', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppRequestsController.decideOnCause', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppRequestsController.getLog', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppRequestsController.getOverview', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppRequestsController.getRequests', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppPreviewController.preview', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppPreviewController.send', () => ({ default: jest.fn(() => new Promise(() => undefined)) }), {
  virtual: true,
});

describe('c-provisioning-all-app-requests', () => {
  it('shows the requests of all apps below the name of the page', async () => {
    const element = mount('c-provisioning-all-app-requests', ProvisioningAllAppRequests);
    expect(one(element, 'c-provisioning-page-heading').heading).toBe('User Provisioning Requests');
    expect(one(element, 'c-provisioning-app-requests').appId).toBeNull();
    await expect(element).toBeAccessible();
  });
});
