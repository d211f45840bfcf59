import type * as apex from '@apexdevtools/apex-parser';
import type { AnnotationNode, Modifiers, Place } from '../ast/nodes';
import { place, text } from './common';
import { stringValue } from './literals';

/** Keywords in lower case and annotations with lower-case parameter names. */
export function modifiers(list: readonly apex.ModifierContext[]): Modifiers {
  const words: string[] = [];
  const places: Place[] = [];
  const annotations: AnnotationNode[] = [];
  for (const modifier of list) {
    const context = modifier.annotation();
    if (context) {
      annotations.push(annotation(context));
      continue;
    }
    places.push(place(modifier));
    words.push(
      text(modifier)
        .toLowerCase()
        .replace(/^(with|without|inherited)sharing$/, '$1 sharing'),
    );
  }
  return { words, annotations, places };
}

/** Modifiers of a variable or a parameter: most have none, or `final`. */
export function localModifiers(list: readonly apex.ModifierContext[]): { final: boolean; modifiers: Modifiers | null } {
  const final = list.some((modifier) => modifier.FINAL() != null);
  return { final, modifiers: list.length > (final ? 1 : 0) ? modifiers(list) : null };
}

function annotation(context: apex.AnnotationContext): AnnotationNode {
  const parameters: Record<string, string> = {};
  const places: Record<string, Place> = {};
  const pairs = context.elementValuePairs()?.elementValuePair_list() ?? [];
  for (const pair of pairs) {
    const name = text(pair.id()).toLowerCase();
    parameters[name] = annotationValue(text(pair.elementValue()));
    places[name] = place(pair);
  }
  const alone = context.elementValue();
  if (alone) {
    parameters['value'] = annotationValue(text(alone));
    places['value'] = place(alone);
  }
  return { ...place(context), name: text(context.id()).toLowerCase(), parameters, places, misread: isMisread(context, pairs) };
}

const annotationValue = (source: string): string => (source.startsWith("'") ? stringValue(source) : source.toLowerCase());

/** The platform's grammar has spaces between the parameters, and values that are texts, true or false; one that stands alone is a text. */
function isMisread(context: apex.AnnotationContext, pairs: readonly apex.ElementValuePairContext[]): boolean {
  const isValue = (source: string): boolean => source.startsWith("'") || /^(true|false)$/i.test(source);
  const alone = context.elementValue();
  if (alone) return !text(alone).startsWith("'");
  const commas = context.elementValuePairs()?.COMMA_list() ?? [];
  return commas.length > 0 || pairs.some((pair) => !isValue(text(pair.elementValue())));
}
