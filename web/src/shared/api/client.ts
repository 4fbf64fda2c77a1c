import { Client } from './generated';

/** The one client of this page; it keeps the ETags. */
export const client = new Client();
