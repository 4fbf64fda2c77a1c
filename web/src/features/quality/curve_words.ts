import { fill, type Message, type Parameters } from '$shared/words/message';
import { reader_language } from '$shared/words/words.svelte';

// The words of the curve's text and table, which few readers load.
const en = {
  summary: 'The value goes from {value_from} to {value_to}, the bound from {bound_from} to {bound_to}.',
  table: { one: 'The {count} point as a table', other: 'The {count} points as a table' },
  done: 'Work done',
};
const fr: Record<keyof typeof en, Message> = {
  summary: 'La valeur : de {value_from} à {value_to}. La borne : de {bound_from} à {bound_to}.',
  table: { one: 'Le point en tableau', other: 'Les {count} points en tableau' },
  done: 'Travail accompli',
};
const nl: Record<keyof typeof en, Message> = {
  summary: 'De waarde: van {value_from} tot {value_to}. De grens: van {bound_from} tot {bound_to}.',
  table: { one: 'Het punt als tabel', other: 'De {count} punten als tabel' },
  done: 'Werk gedaan',
};
const de: Record<keyof typeof en, Message> = {
  summary: 'Der Wert: von {value_from} bis {value_to}. Die Schranke: von {bound_from} bis {bound_to}.',
  table: { one: 'Der Punkt als Tabelle', other: 'Die {count} Punkte als Tabelle' },
  done: 'Arbeit getan',
};

const catalogues: Record<'fr' | 'nl' | 'de' | 'en', Record<keyof typeof en, Message>> = { fr, nl, de, en };

export const say_curve = (key: keyof typeof en, parameters: Parameters = {}): string =>
  fill(reader_language(), catalogues[reader_language()][key], parameters);
