import { say } from '$shared/words/words.svelte';

/** "San Francisco time", with the zone's name where the mission's home has other clocks. */
export function zone_words(city: string, zone: string, home_zone: string): string {
  if (!city) return zone === home_zone ? '' : zone;
  return zone === home_zone ? city : say('time.in_city', { city, zone });
}
