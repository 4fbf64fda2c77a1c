// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { route_of } from '$app/routes';
import { match } from '$shared/router/match';
import { go, router, with_parameters } from '$shared/router/router.svelte';

describe('an address', () => {
  it('names the parts of its pattern', () => {
    expect(match('/people/:id', '/people/P%2F1')).toEqual({ id: 'P/1' });
    expect(match('/people', '/people/')).toEqual({});
    expect(match('/people/:id', '/people')).toBeNull();
    expect(match('/people/:id', '/people/%E0%A4%A')).toEqual({ id: '%E0%A4%A' });
  });

  it('leads to the screen that shows its object', () => {
    expect(route_of('/')?.route.title).toBe('nav.plan');
    expect(route_of('/activities/A08')).toMatchObject({ id: 'A08', route: { address: '/plan' } });
    expect(route_of('/organisations')).toMatchObject({ id: '' });
    expect(route_of('/nowhere')).toBeUndefined();
  });

  it('keeps its other parameters when one is changed', () => {
    vi.stubGlobal('scrollTo', vi.fn());
    go('/organisations?q=orbit&region=flanders');
    expect(with_parameters({ region: 'brussels' })).toBe('/organisations?q=orbit&region=brussels');
    expect(with_parameters({ q: '' })).toBe('/organisations?region=flanders');
    expect(router.parameter('q')).toBe('orbit');
  });
});
