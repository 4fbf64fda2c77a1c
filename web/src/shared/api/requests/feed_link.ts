import { client } from '../client';
import type { FeedLink } from '../generated';

export const feed_link = (person: string): Promise<FeedLink> => client.feed_link(person);
