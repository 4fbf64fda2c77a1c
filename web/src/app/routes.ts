import type { Component } from 'svelte';
import { match } from '$shared/router/match';
import type { Part } from '$shared/words/parts';
import { type Key, learn } from '$shared/words/words.svelte';

/** A screen that shows one object takes its id; the others take nothing. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- components are invariant in these
export type Screen = Component<any>;

/** A screen of the application, loaded when it is first opened. */
export interface Route {
  /** The patterns of its addresses; ":id" names the object that it shows. */
  patterns: string[];
  /** Where its link leads. */
  address: string;
  title: Key;
  shortcut?: string;
  /** Reached by its link only. */
  by_link?: true;
  /** For people without an account: nothing leads from it into the application. */
  alone?: true;
  load: () => Promise<{ default: Screen }>;
  /** Its words that are not there from the start. */
  words?: Part[];
}

export const routes: Route[] = [
  {
    patterns: ['/about'],
    address: '/about',
    title: 'nav.about',
    load: () => import('$features/about/AboutScreen.svelte'),
    words: ['about', 'facts', 'route'],
  },
  {
    patterns: ['/today'],
    address: '/today',
    title: 'phone.today',
    load: () => import('$features/phone/TodayScreen.svelte'),
    words: ['phone', 'route'],
  },
  {
    patterns: ['/days'],
    address: '/days',
    title: 'phone.days',
    load: () => import('$features/phone/DaysScreen.svelte'),
    words: ['phone', 'route'],
  },
  {
    patterns: ['/partners'],
    address: '/partners',
    title: 'phone.partners',
    load: () => import('$features/phone/PartnersScreen.svelte'),
    words: ['phone'],
  },
  {
    patterns: ['/programme'],
    address: '/programme',
    title: 'phone.programme',
    load: () => import('$features/phone/ProgrammeScreen.svelte'),
    words: ['phone'],
  },
  {
    patterns: ['/card/:id'],
    address: '/card',
    title: 'phone.card',
    load: () => import('$features/phone/CardScreen.svelte'),
    words: ['phone'],
  },
  {
    patterns: ['/control'],
    address: '/control',
    title: 'nav.control',
    shortcut: 't',
    load: () => import('$features/control/ControlScreen.svelte'),
    words: ['control', 'accounts', 'phone', 'proof', 'run'],
  },
  {
    patterns: [
      '/',
      '/plan',
      '/activities/:id',
      '/sessions/:id',
      '/meetings/:id',
      '/wishes/:id',
    ],
    address: '/plan',
    title: 'nav.plan',
    shortcut: '1',
    load: () => import('$features/plan/PlanScreen.svelte'),
  },
  {
    patterns: ['/organisations', '/organisations/:id'],
    address: '/organisations',
    title: 'nav.organisations',
    shortcut: '2',
    load: () => import('$features/organisations/OrganisationsScreen.svelte'),
  },
  {
    patterns: ['/people', '/people/:id'],
    address: '/people',
    title: 'nav.people',
    shortcut: '3',
    load: () => import('$features/people/PeopleScreen.svelte'),
    words: ['accounts'],
  },
  {
    patterns: ['/quality'],
    address: '/quality',
    title: 'nav.quality',
    shortcut: '4',
    load: () => import('$features/quality/QualityScreen.svelte'),
    words: ['recheck', 'proof', 'run'],
  },
  {
    patterns: ['/facts'],
    address: '/facts',
    title: 'nav.facts',
    shortcut: '5',
    load: () => import('$features/facts/FactsScreen.svelte'),
    words: ['facts', 'agreements'],
  },
  {
    patterns: ['/changes'],
    address: '/changes',
    title: 'nav.changes',
    shortcut: '6',
    load: () => import('$features/changes/ChangesScreen.svelte'),
    words: ['changes'],
  },
  {
    patterns: ['/agreements', '/agreements/:id'],
    address: '/agreements',
    title: 'nav.agreements',
    load: () => import('$features/agreements/AgreementsScreen.svelte'),
    words: ['agreements'],
  },
  {
    patterns: ['/releases'],
    address: '/releases',
    title: 'nav.releases',
    load: () => import('$features/releases/ReleasesScreen.svelte'),
    words: ['releases'],
  },
  {
    patterns: ['/newsroom'],
    address: '/newsroom',
    title: 'nav.newsroom',
    load: () => import('$features/newsroom/NewsroomScreen.svelte'),
    words: ['releases'],
  },
  {
    patterns: ['/webhooks'],
    address: '/webhooks',
    title: 'nav.webhooks',
    load: () => import('$features/webhooks/WebhooksScreen.svelte'),
    words: ['webhooks'],
  },
  {
    patterns: ['/accounts'],
    address: '/accounts',
    title: 'nav.accounts',
    shortcut: '7',
    load: () => import('$features/accounts/AccountsScreen.svelte'),
    words: ['accounts'],
  },
  {
    patterns: ['/outbox'],
    address: '/outbox',
    title: 'nav.outbox',
    shortcut: '8',
    load: () => import('$features/outbox/OutboxScreen.svelte'),
    words: ['outbox'],
  },
  {
    patterns: ['/import'],
    address: '/import',
    title: 'nav.import',
    load: () => import('$features/import/ImportScreen.svelte'),
    words: ['import'],
  },
  {
    patterns: ['/purges'],
    address: '/purges',
    title: 'purges.label',
    load: () => import('$features/purges/PurgesScreen.svelte'),
    words: ['accounts'],
  },
  {
    patterns: ['/protocol'],
    address: '/protocol',
    title: 'nav.protocol',
    load: () => import('$features/protocol/ProtocolScreen.svelte'),
    words: ['protocol', 'changes'],
  },
  {
    patterns: ['/draft'],
    address: '/draft',
    title: 'nav.draft',
    load: () => import('$features/draft/DraftScreen.svelte'),
    words: ['control', 'changes', 'proof', 'run'],
  },
  {
    patterns: ['/me'],
    address: '/me',
    title: 'nav.me',
    shortcut: '9',
    load: () => import('$features/me/MeScreen.svelte'),
    words: ['accounts'],
  },
  {
    patterns: ['/host'],
    address: '/host',
    title: 'role.host',
    by_link: true,
    alone: true,
    load: () => import('$features/host/HostScreen.svelte'),
  },
  {
    patterns: ['/sign-in', '/sign-in/provider'],
    address: '/sign-in',
    title: 'nav.sign_in',
    shortcut: '0',
    load: () => import('$features/sign_in/SignInScreen.svelte'),
    words: ['accounts'],
  },
];

export function route_of(path: string): { route: Route; id: string } | undefined {
  for (const route of routes)
    for (const pattern of route.patterns) {
      const named = match(pattern, path);
      if (named) return { route, id: named['id'] ?? '' };
    }
  return undefined;
}

/** The screen of a route, with its words. */
export async function screen_of(route: Route): Promise<Screen> {
  const [loaded] = await Promise.all([route.load(), learn(route.words ?? [])]);
  return loaded.default;
}
