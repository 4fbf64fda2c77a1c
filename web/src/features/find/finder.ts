/** Something that can be found: what is shown, what is compared, and what choosing it does. */
export interface Findable {
  id: string;
  kind: 'action' | 'day' | 'activity' | 'session' | 'room' | 'organisation' | 'person';
  title: string;
  detail: string;
  invented?: boolean;
  address?: string;
  run?: () => void | Promise<void>;
}

/** Text as it is compared: no accents, no capitals. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** How well a title answers to one word of the query: 3 begins with, 2 a word begins, 1 within. */
function fit(title: string, word: string): number {
  const position = title.indexOf(word);
  if (position < 0) return 0;
  if (position === 0) return 3;
  return /[\s\-'’(:]/.test(title[position - 1]!) ? 2 : 1;
}

/** Zero where some word of the query is neither in the title nor in the detail. */
export function score(found: Findable, query: string): number {
  const title = fold(found.title);
  const detail = fold(found.detail);
  let sum = 0;
  for (const word of fold(query).split(/\s+/).filter(Boolean)) {
    const of_title = fit(title, word);
    if (of_title === 0 && !detail.includes(word)) return 0;
    sum += of_title * 2 + (of_title === 0 ? 1 : 0);
  }
  return sum;
}

/** The best answers to a query, at most `most`; of equals the shorter title first. */
export function find(all: Findable[], query: string, most: number): Findable[] {
  if (!query.trim()) return all.filter((each) => each.kind === 'action').slice(0, most);
  return all
    .map((each) => ({ each, score: score(each, query) }))
    .filter((scored) => scored.score > 0)
    .sort((a, b) => b.score - a.score || a.each.title.length - b.each.title.length)
    .slice(0, most)
    .map((scored) => scored.each);
}
