import type { ColumnPlan } from 'c/provisioningImportColumns';
import { labels } from './labels';

/** How the target of a column was found. */
export const FOUND: Readonly<Record<ColumnPlan['found'], string>> = {
  last: labels.importMapFoundLast,
  name: labels.importMapFoundName,
  content: labels.importMapFoundContent,
  chosen: labels.importMapFoundChosen,
  none: labels.importMapFoundNone,
};

export const FORM_LABELS = {
  ISO: labels.importMapFormIso,
  'm/d/yyyy': labels.importMapFormMdy,
  'd/m/yyyy': labels.importMapFormDmy,
  'd.m.yyyy': labels.importMapFormDots,
  'd-m-yyyy': labels.importMapFormDashes,
} as const;

/** Names of encodings are the same in every language. */
export const ENCODINGS: readonly { readonly label: string; readonly value: string }[] = [
  { label: labels.importMapEncodingRecognised, value: '' },
  { label: 'UTF-8', value: 'utf-8' },
  { label: 'UTF-16', value: 'utf-16le' },
  { label: 'UTF-16 (big-endian)', value: 'utf-16be' },
  { label: 'Windows-1252', value: 'windows-1252' },
];
