import type { LanguageCode } from '$shared/api/generated';

/** A sentence with {placeholders}; where {count} decides its form, one wording for each form. */
export type Message = string | { one: string; other: string };
export type Parameters = Record<string, string | number>;

export const languages: readonly LanguageCode[] = ['fr', 'nl', 'de', 'en'];
/** The locale whose digits and date order the reader of a language expects. */
const locales: Record<LanguageCode, string> = {
  fr: 'fr-BE',
  nl: 'nl-BE',
  de: 'de-BE',
  en: 'en-GB',
};

export function locale_of(language: LanguageCode): string {
  return locales[language];
}

const kept = new Map<string, Intl.PluralRules | Intl.NumberFormat>();

function plural_form(language: LanguageCode, count: number): 'one' | 'other' {
  let rules = kept.get(`plural ${language}`) as Intl.PluralRules | undefined;
  if (!rules) kept.set(`plural ${language}`, (rules = new Intl.PluralRules(language)));
  return rules.select(count) === 'one' ? 'one' : 'other';
}

/** A number in the reader's digits: 2 214 in French, 2.214 in Dutch, 2,214 in English. */
export function number_in(language: LanguageCode, value: number, digits = 0): string {
  const key = `number ${language} ${digits}`;
  let format = kept.get(key) as Intl.NumberFormat | undefined;
  if (!format) {
    format = new Intl.NumberFormat(locale_of(language), {
      maximumFractionDigits: digits,
      useGrouping: true,
    });
    kept.set(key, format);
  }
  return format.format(value);
}

/** The message with its placeholders filled in; numbers in the reader's digits. */
export function fill(
  language: LanguageCode,
  message: Message,
  parameters: Parameters = {},
): string {
  const form =
    typeof message === 'string'
      ? message
      : message[plural_form(language, Number(parameters['count'] ?? 0))];
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number_in(language, value) : value;
  });
}

/** The names of all placeholders of a message, sorted. */
export function placeholders(message: Message): string[] {
  const forms = typeof message === 'string' ? [message] : [message.one, message.other];
  const found = forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));
  return [...new Set(found)].sort();
}
