import processReturnsLink from '@salesforce/label/c.Process_Returns_Link';
import processReturnsNote from '@salesforce/label/c.Process_Returns_Note';

export const labels = {
  processReturnsLink,
  processReturnsNote,
};
