const least_pixels = 60;

/** Tells of a finger that goes sideways over an element: 1 to the next, -1 back. */
export function swiped(element: HTMLElement, turn: (by: 1 | -1) => void) {
  let from: Touch | undefined;
  const start = (event: TouchEvent) => (from = event.touches[0]);
  const end = (event: TouchEvent) => {
    const to = event.changedTouches[0];
    if (!from || !to) return;
    const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
    if (Math.abs(across) > least_pixels && Math.abs(across) > 2 * Math.abs(down))
      turn(across < 0 ? 1 : -1);
  };
  element.addEventListener('touchstart', start, { passive: true });
  element.addEventListener('touchend', end, { passive: true });
  return {
    destroy() {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchend', end);
    },
  };
}
