export { confirmEmail } from './confirm-email';
export { identity, userInfo } from './identity';
export { revoke, token } from './oauth';
export { bearerToken, cookieToken } from './operations';
export { frontdoor, singleAccess } from './single-access';
export { absentSoap, soap } from './soap';
export type { Anonymous } from './validate';
