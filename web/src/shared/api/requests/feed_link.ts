import { client } from '../client';
import type { EndedLinks, FeedLink } from '../generated';

export const feed_link = (person: string): Promise<FeedLink> => client.feed_link(person);
export const end_feed_links = (person: string): Promise<EndedLinks> =>
  client.end_feed_links(person);
