import type { CurvePoint } from '$shared/api/generated';

/** The least and greatest number that a curve shows, apart by at least one. */
export function curve_range(points: CurvePoint[]): { least: number; greatest: number } {
  const numbers = points.flatMap((point) => [point.value, point.bound]);
  const least = Math.min(...numbers);
  return { least, greatest: Math.max(...numbers, least + 1) };
}

/**
 * The SVG path of value or bound in a box; the top is the greatest number shown. The right edge is
 * `end` permille of the work, without it the last point.
 */
export function curve_path(
  points: CurvePoint[],
  field: 'value' | 'bound',
  width: number,
  height: number,
  end = points.at(-1)?.done_permille || 1000,
): string {
  if (points.length === 0) return '';
  const { least, greatest } = curve_range(points);
  const x = (point: CurvePoint) => ((point.done_permille / end) * width).toFixed(1);
  const y = (point: CurvePoint) =>
    (1 + (1 - (point[field] - least) / (greatest - least)) * (height - 2)).toFixed(1);
  const steps = points.map((point) => `${x(point)} ${y(point)}`);
  // A single point is drawn as a level line, so that it can be seen.
  if (steps.length === 1) return `M0 ${y(points[0]!)}H${width}`;
  return `M${steps.join('L')}`;
}
