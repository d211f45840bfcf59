import LightningConfirm from 'lightning/confirm';
import { refusalOf } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

/**
 * Saves, and where people would get administrative permissions asks first, with their number, and saves again with it. Whoever says no gets the
 * refusal: nothing was saved.
 */
export async function withConsent<T>(save: (confirmAdministrative: number | null) => Promise<T>): Promise<T> {
  try {
    return await save(null);
  } catch (error) {
    const { reason, message, people } = refusalOf(error);
    if (reason !== 'CONFIRMATION_REQUIRED' || people === undefined) throw error;
    const label = format(labels.settingsConfirmAdministrative, count(people));
    if (!(await LightningConfirm.open({ message, label, theme: 'warning' }))) throw error;
    return save(people);
  }
}
