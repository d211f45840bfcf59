import type { MethodInfo } from '../../apex/port';
import type { Org } from '../../host/port';
import { ApexException } from '../../kernel/exceptions';
import { isObject, type JsonObject } from '../shared/json';

/** A request that never reaches Apex. */
export class AuraRefusal extends Error {}

export interface AuraRequest {
  readonly classname: string;
  readonly method: string;
  readonly params: JsonObject;
  /** True when a wire or a cached import asks. */
  readonly cacheable: boolean;
}

export function requestOf(body: JsonObject): AuraRequest {
  const { classname, method, params, cacheable } = body;
  if (typeof classname !== 'string' || typeof method !== 'string') throw new AuraRefusal('classname and method are required');
  return { classname, method, params: isObject(params) ? params : {}, cacheable: cacheable === true };
}

/** The static @AuraEnabled method that a component may call as this user. */
export function findMethod(org: Org, userId: string, request: AuraRequest): { readonly className: string; readonly method: MethodInfo } {
  const info = org.program.classInfo(request.classname);
  if (!info && org.access.canExecuteClass(userId, request.classname)) org.program.requireCompiled(request.classname);
  const method = info?.methods.find((m) => m.isStatic && m.name.toLowerCase() === request.method.toLowerCase() && auraEnabled(m));
  if (!info || !method) {
    throw new AuraRefusal(`Unable to find Apex action method referenced as '${request.classname}.${request.method}'.`);
  }
  if (!org.access.canExecuteClass(userId, info.name))
    throw new AuraRefusal(`You do not have access to the Apex class named '${info.name}'.`);
  if (request.cacheable && !isCacheable(method)) {
    throw new AuraRefusal('Apex methods that are to be cached must be marked as @AuraEnabled(cacheable=true)');
  }
  return { className: info.name, method };
}

const auraEnabled = (method: MethodInfo): boolean => method.annotations.some((a) => a.name === 'auraenabled');

export const isCacheable = (method: MethodInfo): boolean =>
  method.annotations.some((a) => a.name === 'auraenabled' && a.parameters['cacheable']?.toLowerCase() === 'true');

/** Arguments by parameter name; absent ones are null. */
export function argumentsOf(org: Org, method: MethodInfo, params: JsonObject): readonly unknown[] {
  return method.parameters.map(({ name, type }) => {
    const value = Object.hasOwn(params, name) ? params[name] : null;
    if (value === undefined || value === null) return null;
    try {
      return org.program.fromJson(value, type);
    } catch (error) {
      if (!(error instanceof ApexException) || error.typeName !== 'System.JSONException') throw error;
      throw new AuraRefusal(`Value provided is invalid for action parameter '${name}' of type '${type}': ${error.message}`);
    }
  });
}
