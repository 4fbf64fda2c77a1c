/** What the reader chose, kept in this browser; a browser that keeps nothing is no fault. */
export function preference(name: string): string | null {
  try {
    return localStorage.getItem(`kontor.${name}`);
  } catch {
    return null;
  }
}

export function keep_preference(name: string, value: string): void {
  try {
    localStorage.setItem(`kontor.${name}`, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
