import type { PageReference } from 'lightning/navigation';
import { labels } from './labels';

/** A page where a finding is mended. */
interface Place {
  readonly label: string;
  readonly reference: PageReference;
}

const PLACES: Readonly<Record<string, Place>> = {
  ADDRESS_OF_UNMATCHED_USER: {
    label: labels.linksTitle,
    reference: { type: 'standard__navItemPage', attributes: { apiName: 'Review_Links' } },
  },
};

/** The page that mends findings of the code; null where there is none. */
export const placeOf = (code: string | null): Place | null => PLACES[code ?? ''] ?? null;
