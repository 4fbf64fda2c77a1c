import type { Role, Session } from '$shared/api/generated';
import { type Route, routes } from './routes';

/** Those whom the rights table lets read the change log. */
const readers_of_changes: readonly Role[] = ['coordinator', 'director'];

/** Reached from the menu of the reader or another screen, not from the row of screens. */
const in_menu: readonly string[] = [
  '/me',
  '/sign-in',
  '/webhooks',
  '/purges',
  '/draft',
  '/card',
  '/import',
  '/agreements',
  '/releases',
  '/newsroom',
];
const of_office: readonly string[] = ['/control', '/accounts', '/outbox'];
/** Those who may know where principals are. */
const of_protocol: readonly Role[] = ['protocol', 'coordinator'];
const of_phone: readonly string[] = ['/today', '/days', '/partners', '/programme'];

/** Delegates and hosts: somebody of the mission with an agenda of their own. */
export const is_phone = (session: Session | undefined): boolean =>
  session?.person !== null && /^(delegate|host)$/.test(session?.role ?? '');

/** The screens that are worth a link to this reader; the server decides what each may read. */
export function screens_for(session: Session | undefined): Route[] {
  const reads_changes = session !== undefined && readers_of_changes.includes(session.role);
  const invites = session?.may_invite === true;
  const reads_protocol = session !== undefined && of_protocol.includes(session.role);
  const has_phone = is_phone(session);
  return routes.filter(
    (route) =>
      !route.by_link &&
      !in_menu.includes(route.address) &&
      (route.address !== '/about' || session?.role === 'public') &&
      (route.address !== '/changes' || reads_changes) &&
      (route.address !== '/protocol' || reads_protocol) &&
      (!of_office.includes(route.address) || invites) &&
      (!of_phone.includes(route.address) || has_phone),
  );
}
