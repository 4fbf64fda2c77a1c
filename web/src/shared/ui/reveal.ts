/**
 * Scrolls a list, not the page, so that its current line, if out of sight, is in the middle.
 */
export function reveal_current(list: HTMLElement): void {
  const line = list.querySelector<HTMLElement>('[aria-current]');
  const pane = list.closest<HTMLElement>('.list');
  if (!line || !pane) return;
  const top = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  if (top >= 0 && top + line.offsetHeight <= pane.clientHeight) return;
  pane.scrollTop += top - pane.clientHeight / 2;
}
