export { createOutbox, deliverability, setDeliverability, type Deliverability } from './tables';
export { refusalToReserve, sendEmailChange, sendEmails, type Email, type EmailError, type SentEmail } from './email';
export { sendNotification, type CustomNotification, type SentNotification } from './notification';
export {
  listEmails,
  listNotifications,
  markNotifications,
  notificationsOf,
  notificationStatus,
  type Choice,
  type ListedEmail,
  type ListedNotification,
} from './read';
