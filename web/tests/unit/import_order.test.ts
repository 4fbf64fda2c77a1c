import { expect, test } from 'vitest';
import { base64, choice_of, with_choice, with_decision, with_field } from '$features/import/order';

const column = (at: number, heading: string, field: string | null) => ({
  column: at,
  heading,
  examples: [],
  field,
  remembered: false,
});
const table = {
  file: 'a.csv',
  sheet: '',
  noun: 'people',
  heading_row: 1,
  rows: 2,
  columns: [column(1, 'Nom', 'family_name'), column(2, 'Wie', null)],
};
const nothing = choice_of([], table);

test('bytes are in base64, however many', () => {
  expect(base64(new Uint8Array([0, 255, 7]))).toBe('AP8H');
  expect(atob(base64(new Uint8Array(100_000)))).toHaveLength(100_000);
});

test('a field that moves to another column leaves its own', () => {
  const choice = with_field(nothing, table, 'Wie', 'family_name');
  expect(choice.noun).toBe('people');
  expect(choice.headings).toEqual([
    { heading: 'Wie', field: 'family_name' },
    { heading: 'Nom', field: '' },
  ]);
});

test('what is said last of a row or a sheet holds', () => {
  const choice = with_decision(with_decision(nothing, 3, 'P1'), 3, 'new');
  expect(choice.decisions).toEqual([{ row: 3, same_as: 'new' }]);
  const choices = with_choice([nothing], choice);
  expect(choices).toHaveLength(1);
  expect(choice_of(choices, table)).toBe(choice);
});
