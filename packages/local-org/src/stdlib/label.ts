import { UnsupportedError } from '../kernel/exceptions';
import { need } from '../kernel/fail';
import { labelText, translatedText } from '../metadata';
import type { LabelTexts } from '../metadata/model';
import type { StdlibPorts } from './ports';
import { members, type Theme } from './registry';

/**
 * `System.Label`. A label that has translations is read through `get` too: `System.Label.Name` is `get('', 'Name')`.
 * Source: Apex Reference, "Label Class".
 */
export function labels(ports: StdlibPorts): Theme {
  const texts = (): LabelTexts => ports.program().program.labels;
  const find = (namespace: string | null, label: string): string => {
    if (namespace) throw new UnsupportedError(`labels of the namespace ${namespace}`);
    const wanted = need(label);
    const { labels: own } = texts();
    const name = own.has(wanted) ? wanted : [...own.keys()].find((key) => key.toLowerCase() === wanted.toLowerCase());
    // What the platform does then is not documented.
    if (name === undefined) throw new UnsupportedError(`System.Label for a label that does not exist (${wanted})`);
    return name;
  };
  return members('System.Label', {
    'get/2': (namespace: string | null, label: string) => labelText(texts(), find(namespace, label), ports.transaction().user().language),
    'get/3': (namespace: string | null, label: string, language: string) => labelText(texts(), find(namespace, label), need(language)),
    'translationExists/3': (namespace: string | null, label: string, language: string) =>
      translatedText(texts(), find(namespace, label), need(language)) !== undefined,
  });
}
