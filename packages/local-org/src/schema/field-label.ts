import type { Field } from './model';
import { FALLBACK_LANGUAGES } from './standard/values';

/** A field's label for a user of the language, which is asked for only where there are translations. */
export function fieldLabel({ label, translations }: Field, language: () => string): string {
  if (translations === undefined) return label;
  const wanted = language();
  return translations[wanted] ?? translations[FALLBACK_LANGUAGES[wanted] ?? ''] ?? label;
}
