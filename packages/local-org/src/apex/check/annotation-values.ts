import type { AnnotationNode, Modifiers, Place } from '../ast/nodes';
import type { AnnotationRule } from './annotations';
import { ANNOTATIONS } from './annotations';

export type Fault = (message: string, place?: Place) => void;

/** That the annotations exist, may stand on what they stand on, and have parameters and values that they take. */
export function checkKnown(declared: string, { annotations }: Modifiers, at: Fault): void {
  for (const annotation of annotations) {
    const rule = ANNOTATIONS[annotation.name];
    if (annotation.misread) at("Unexpected token '@'.", annotation);
    else if (!rule) at(`Annotation does not exist: ${annotation.name}`);
    else if (!rule.on.includes(declared)) at(`${rule.name} is not allowed on ${declared}`);
    else checkParameters(declared, annotation, rule, at);
  }
}

function checkParameters(
  declared: string,
  { name: annotation, parameters, places, ...place }: AnnotationNode,
  rule: AnnotationRule,
  at: Fault,
): void {
  const { required } = rule;
  if (required !== undefined && parameters[required.toLowerCase()] === undefined) at(`Required property is missing: ${required}`, place);
  for (const [name, value] of Object.entries(parameters)) {
    if (!rule.parameters?.includes(name)) {
      at(`No such property, ${name}, defined on this annotation: ${rule.name}`, places[name]);
      continue;
    }
    const only = rule.only?.[name];
    const shown = SHOWN[name] ?? name;
    if (only !== undefined && only !== declared) at(`Annotation property, ${shown} on ${rule.name}, is not allowed on ${declared}`);
    const known = rule.values?.[name];
    if (known && !known.includes(value.toLowerCase()))
      at(`Annotation property, ${shown} on ${rule.name}, unknown value: ${value}`, places[name]);
  }
  if (annotation === 'jsonaccess' && Object.keys(parameters).length === 0)
    at('At least one JSON serialization control parameter must be specified');
  if (annotation === 'invocablevariable' && parameters['required'] === 'true' && parameters['defaultvalue'] !== undefined)
    at('Invalid combination of values for properties required and defaultValue on InvocableVariable');
}

/** Parameters as the platform writes them. */
const SHOWN: Readonly<Record<string, string>> = { isparallel: 'isParallel' };

/** Where a REST resource lives. An absent mapping has its message already. */
export function checkUrlMapping(mapping: string | undefined, at: Fault): void {
  if (mapping === undefined) return;
  if (mapping === '') at('Rest Resource url cannot be empty');
  else if (!mapping.startsWith('/')) at("Rest Resource url must begin with a forward slash, '/'");
  else if (/[^/]\*/.test(mapping)) at("Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'");
}
