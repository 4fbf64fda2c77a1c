import '$shared/design/fonts.css';
import '$shared/design/tokens.css';
import '$shared/design/base.css';
import '$shared/design/print.css';
import { mount } from 'svelte';
import { start_shortcuts } from '$shared/actions/actions.svelte';
import { start_keeping } from '$shared/offline/keeping';
import { start_listening } from '$shared/live/live.svelte';
import { start_appearing } from '$shared/reader/appearance.svelte';
import { start_routing } from '$shared/router/router.svelte';
import { start_speaking } from '$shared/words/words.svelte';
import App from './App.svelte';

start_appearing();
start_keeping();
await start_speaking();
start_routing();
start_shortcuts();
mount(App, { target: document.body });
start_listening();
if ('serviceWorker' in navigator && import.meta.env.PROD)
  void navigator.serviceWorker.register('/service.js').catch(() => {});
