import type { LocalDate } from '$shared/api/generated';

/**
 * The board's time: the days of the mission side by side, each from `from` to `to`, full hours in
 * minutes since midnight; the nights between are left out. Places on it are minutes from its left
 * end.
 */
export interface Axis {
  days: LocalDate[];
  from: number;
  to: number;
}

export const minutes_of_day = (axis: Axis): number => axis.to - axis.from;
export const length_of = (axis: Axis): number => axis.days.length * minutes_of_day(axis);

/** Where a time of a day lies; what is outside the shown hours lies at their edge. */
export function place_on(axis: Axis, date: LocalDate, minute: number): number {
  const day = Math.max(0, axis.days.indexOf(date));
  const within = Math.max(axis.from, Math.min(axis.to, minute)) - axis.from;
  return day * minutes_of_day(axis) + within;
}

/** The day and time at a place; beyond the ends the first and last. */
export function time_at(axis: Axis, place: number): { date: LocalDate; minute: number } {
  const whole = minutes_of_day(axis);
  const day = Math.max(0, Math.min(axis.days.length - 1, Math.floor(place / whole)));
  const within = Math.max(0, Math.min(whole, place - day * whole));
  return { date: axis.days[day]!, minute: axis.from + within };
}

const steps = [5, 10, 15, 30, 60, 120, 240, 480] as const;
const least_pixels = 58;

/** Minutes between two lines of the grid: the finest step whose clock times have room. */
export function grid_step(scale: number): number {
  return steps.find((step) => step * scale >= least_pixels) ?? steps.at(-1)!;
}

/** How many minutes a key or the pointer moves something at a time. */
export const move_step = (scale: number): number => (grid_step(scale) <= 30 ? 5 : 15);

/** Pixels of a minute at which nothing is smaller than the whole mission, or wider than minutes. */
export function scale_within(axis: Axis, width: number, scale: number): number {
  return Math.max(width / length_of(axis), Math.min(greatest_scale, scale));
}

/** Five minutes are then as wide as a label. */
export const greatest_scale = 14;

/** The lines of the grid on some days, at whole steps of the clock. */
export function ticks_of(
  axis: Axis,
  days: LocalDate[],
  step: number,
): { minute: number; at: number }[] {
  const first = Math.ceil(axis.from / step) * step;
  const count = Math.ceil((axis.to - first) / step);
  const minutes = Array.from({ length: count }, (_, number) => first + number * step);
  return days.flatMap((date) =>
    minutes.map((minute) => ({ minute, at: place_on(axis, date, minute) })),
  );
}
