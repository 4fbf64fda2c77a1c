import { describe, expect, it } from 'vitest';
import type { Share } from '$shared/api/generated';
import { dots_of } from '../../src/features/quality/dots';

const share = (asked: number, granted: number, worst_permille: number) =>
  ({ asked, granted, worst_permille }) as Share;

describe('the dots of fairness', () => {
  it('stand on an axis that holds the worst-off and ends at all wishes', () => {
    const plot = dots_of([share(10, 9, 550), share(30, 29, 900)]);
    expect(plot.from).toBe(500);
    expect([500, 750, 1000].map(plot.place)).toEqual([0, 50, 100]);
    expect(plot.mean).toBe(950);
  });

  it('are at the end where everything is granted', () => {
    const plot = dots_of([share(10, 10, 1000)]);
    expect([plot.from, plot.place(1000)]).toEqual([900, 100]);
  });
});
