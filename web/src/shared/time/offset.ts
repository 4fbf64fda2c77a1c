import type { LocalDateTime } from '$shared/api/generated';

/** "-07:00": how far the clocks of an IANA zone are from UTC at that local time. */
export function offset_of(local: LocalDateTime, zone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const at = (instant: string) =>
    format
      .formatToParts(new Date(instant))
      .find((part) => part.type === 'timeZoneName')
      ?.value.slice('GMT'.length) || '+00:00';
  return at(local + at(`${local}Z`));
}
