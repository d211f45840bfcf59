import { labels } from './labels';

/** What pairs can be narrowed to, by the names of the API. */
export const STATES = [
  { value: 'Open', label: labels.linksStateOpen, heading: labels.linksHeadingOpen },
  { value: 'Later', label: labels.linksStateLater, heading: labels.linksHeadingLater },
  { value: 'Never', label: labels.linksStateNever, heading: labels.linksHeadingNever },
  { value: 'Linked', label: labels.linksStateLinked, heading: labels.linksHeadingLinked },
];

/** The one that opens by itself. */
export const OPEN = 'Open';
export const LINKED = 'Linked';

export const KINDS = [
  { value: '', label: labels.linksFilterAny },
  { value: 'true', label: labels.linksFilterYes },
  { value: 'false', label: labels.linksFilterNo },
];

/** Decisions, by the names of the API, with what they are called. */
export const DECISIONS: Readonly<Record<string, string>> = {
  Link: labels.linksLink,
  Never: labels.linksNever,
  Later: labels.linksLater,
};
