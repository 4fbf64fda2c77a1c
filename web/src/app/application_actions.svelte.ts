import { offer, type Action } from '$shared/actions/actions.svelte';
import { appear, appearances } from '$shared/reader/appearance.svelte';
import { go } from '$shared/router/router.svelte';
import { languages } from '$shared/words/message';
import { say, speak } from '$shared/words/words.svelte';
import { routes } from './routes';

/** What can be done from everywhere: go to a screen, change language and appearance. */
function application_actions(): Action[] {
  return [
    ...routes
      .filter((route) => !route.by_link && route.address !== '/card')
      .map((route) => ({
        id: `go ${route.address}`,
        title: () => say('action.go', { screen: say(route.title) }),
        ...(route.shortcut ? { shortcut: route.shortcut } : {}),
        run: () => go(route.address),
      })),
    ...languages.map((code) => ({
      id: `language ${code}`,
      title: () => say('action.language', { language: say(`language.${code}`) }),
      run: () => speak(code),
    })),
    ...appearances.map((each) => ({
      id: `appearance ${each}`,
      title: () => say('action.appearance', { appearance: say(`appearance.${each}`) }),
      run: () => appear(each),
    })),
    { id: 'print', title: () => say('action.print'), run: () => print() },
  ];
}

export function offer_actions(): void {
  offer(application_actions());
}
