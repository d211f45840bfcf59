import { loadScript } from 'lightning/platformResourceLoader';
import PARSER from '@salesforce/resourceUrl/ProvisioningCsvParser';
import type { LightningElement } from 'lwc';
import type { CsvParser } from 'c/provisioningImportFile';
import { labels } from './labels';

/** Papa Parse, which puts itself into the window. */
export async function csvParser(component: LightningElement): Promise<CsvParser> {
  try {
    await loadScript(component, PARSER);
  } catch {
    // what the browser says of a script that it could not load helps nobody
    throw new Error(labels.importErrorParser);
  }
  const { Papa } = window as { readonly Papa?: CsvParser };
  if (!Papa) throw new Error(labels.importErrorParser);
  return Papa;
}
