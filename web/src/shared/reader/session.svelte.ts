import { session_read } from '$shared/api/requests/session';
import { use_query } from '$shared/query/query.svelte';

/** Who reads the page; nobody yet while the server has not answered. */
export const use_session = () => use_query(session_read);
