// Addresses are the browser's own: a link is an <a>, this only saves loading the page anew.

let href = $state(location.pathname + location.search);

const url = $derived(new URL(href, location.origin));

export const router = {
  get path(): string {
    return url.pathname;
  },
  parameter(name: string): string | null {
    return url.searchParams.get(name);
  },
};

/** Shows an address; `replace` leaves no step to come back to. */
export function go(to: string, options: { replace?: boolean } = {}): void {
  if (to === href) return;
  if (options.replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  const same_page = new URL(to, location.origin).pathname === url.pathname;
  href = to;
  if (!same_page && !options.replace) scrollTo({ top: 0 });
}

/** This address with some parameters set, or left out where null. */
export function with_parameters(changes: Record<string, string | null>): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  return next.pathname + next.search;
}

function is_ours(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0) return false;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  if (link.origin !== location.origin || link.target || link.download) return false;
  return link.rel !== 'external' && !link.getAttribute('href')?.startsWith('#');
}

function follow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || !is_ours(event, link)) return;
  event.preventDefault();
  go(link.pathname + link.search);
}

/** Follows links and the browser's back and forward; returns what ends it. */
export function start_routing(): () => void {
  const back = () => (href = location.pathname + location.search);
  document.addEventListener('click', follow);
  addEventListener('popstate', back);
  return () => {
    document.removeEventListener('click', follow);
    removeEventListener('popstate', back);
  };
}
