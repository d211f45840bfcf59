import userPreviewEmployeeId from '@salesforce/label/c.User_Preview_Employee_Id';
import userPreviewHelp from '@salesforce/label/c.User_Preview_Help';
import userPreviewNobody from '@salesforce/label/c.User_Preview_Nobody';
import userPreviewOf from '@salesforce/label/c.User_Preview_Of';
import userPreviewShow from '@salesforce/label/c.User_Preview_Show';
import userPreviewTitle from '@salesforce/label/c.User_Preview_Title';

export const labels = {
  userPreviewEmployeeId,
  userPreviewHelp,
  userPreviewNobody,
  userPreviewOf,
  userPreviewShow,
  userPreviewTitle,
};
