import type { LanguageCode, Text } from '$shared/api/generated';
import { keep_preference, preference } from '$shared/reader/preference';
import type en from './en';
import { load_part, type LaterKey, type Part } from './parts';
import { fill, languages, locale_of, type Message, number_in, type Parameters } from './message';

export type FirstCatalogue = Record<keyof typeof en, Message>;
export type Key = keyof typeof en | LaterKey;
type Catalogue = Partial<Record<Key, Message>>;

const catalogues: Record<LanguageCode, () => Promise<{ default: Catalogue }>> = {
  fr: () => import('./fr'),
  nl: () => import('./nl'),
  de: () => import('./de'),
  en: () => import('./en'),
};
const wanted = new Set<Part>();

let language = $state<LanguageCode>('en');
let catalogue = $state.raw<Catalogue>();

/** The language of the page. */
export function reader_language(): LanguageCode {
  return language;
}

function is_language(code: string | null | undefined): code is LanguageCode {
  return languages.includes(code as LanguageCode);
}

/** ?lang= first, then what the reader chose before, then what the browser asks for. */
export function first_language(search: string, stored: string | null, asked: readonly string[]) {
  const wanted = [new URLSearchParams(search).get('lang'), stored, ...asked];
  for (const each of wanted) {
    const code = each?.slice(0, 2).toLowerCase();
    if (is_language(code)) return code;
  }
  return 'en' as const;
}

/** Shows the page in a language, from now on and at the next visit. */
export async function speak(code: LanguageCode): Promise<void> {
  const parts = [catalogues[code](), ...[...wanted].map((part) => load_part(code, part))];
  const loaded = await Promise.all(parts);
  catalogue = Object.assign({}, ...loaded.map((each) => each.default)) as Catalogue;
  language = code;
  document.documentElement.lang = code;
  keep_preference('language', code);
}

/** Fetches the words of some screens in the reader's language. */
export async function learn(parts: readonly Part[]): Promise<void> {
  const missing = parts.filter((part) => !wanted.has(part));
  if (missing.length === 0) return;
  for (const part of missing) wanted.add(part);
  const code = language;
  const loaded = await Promise.all(missing.map((part) => load_part(code, part)));
  if (code === language)
    catalogue = Object.assign({}, catalogue, ...loaded.map((each) => each.default)) as Catalogue;
}

export function start_speaking(): Promise<void> {
  return speak(first_language(location.search, preference('language'), navigator.languages));
}

/** The sentence of a key in the reader's language. */
export function say(key: Key, parameters: Parameters = {}): string {
  const message = catalogue?.[key];
  return message === undefined ? key : fill(language, message, parameters);
}

/** The sentence of a key made of a prefix and a word of the API; the word itself if none is. */
export function say_word(prefix: string, word: string): string {
  const key = `${prefix}.${word}` as Key;
  return catalogue && key in catalogue ? say(key) : word.replaceAll('_', ' ');
}

export function number(value: number, digits = 0): string {
  return number_in(language, value, digits);
}

/** 7 permille as "0.7 %" in the reader's digits. */
export function percent(permille: number): string {
  return `${number_in(language, permille / 10, 1)} %`;
}

/** "US" as "United States"; what is no country's code as it stands. */
export function country(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale_of(language), { type: 'region' }).of(code) ?? code;
}

export interface Wording {
  text: string;
  /** The language of the text where it is not the reader's; empty where it is, or is none. */
  lang: LanguageCode | '';
}

/** A text in the reader's language, or in the first other one that it exists in. */
export function wording(text: Text): Wording {
  if (typeof text === 'string') return { text, lang: '' };
  const own = text[language];
  if (own) return { text: own, lang: '' };
  for (const code of ['en', 'fr', 'nl', 'de'] as const) {
    const other = text[code];
    if (other) return { text: other, lang: code };
  }
  return { text: '', lang: '' };
}

/** As `wording`, for attributes and sorting, where no language can be told. */
export function plain(text: Text): string {
  return wording(text).text;
}
