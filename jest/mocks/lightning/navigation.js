import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

export const CurrentPageReference = createTestWireAdapter(jest.fn());

/** Every page that a component opened. */
export const navigate = jest.fn();

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');
const mixin = (Base) =>
  class extends Base {
    [Navigate](reference, replace) {
      navigate(reference, replace);
    }
    [GenerateUrl](reference) {
      return Promise.resolve(`/page?${new URLSearchParams({ type: reference.type, ...reference.attributes, ...reference.state })}`);
    }
  };
export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });
