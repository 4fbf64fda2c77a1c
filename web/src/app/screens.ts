import type { Role, Session } from '$shared/api/generated';
import { type Route, routes } from './routes';

/** Those whom the rights table lets read the change log. */
const readers_of_changes: readonly Role[] = ['coordinator', 'director'];

/** The screens that are worth a link to this reader; the server decides what each may read. */
export function screens_for(session: Session | undefined): Route[] {
  const reads_changes = session !== undefined && readers_of_changes.includes(session.role);
  return routes.filter((route) => route.address !== '/changes' || reads_changes);
}
