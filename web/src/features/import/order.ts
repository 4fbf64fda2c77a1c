import type {
  ImportChoice,
  ImportFault,
  ImportFile,
  ImportTable,
} from '$shared/api/generated';

/** The bytes in base64. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export async function file_of(file: File): Promise<ImportFile> {
  return { name: file.name, content: base64(new Uint8Array(await file.arrayBuffer())) };
}

type Place = Pick<ImportTable, 'file' | 'sheet'>;

/** What was said of a sheet so far, beginning with nothing. */
export function choice_of(choices: readonly ImportChoice[], { file, sheet }: Place): ImportChoice {
  const found = choices.find((each) => each.file === file && each.sheet === sheet);
  return found ?? { file, sheet, left_out: false, noun: null, headings: [], decisions: [] };
}

/** The choices with this one in the place of what was said of its sheet. */
export function with_choice(choices: readonly ImportChoice[], choice: ImportChoice): ImportChoice[] {
  const others = choices.filter((each) => each.file !== choice.file || each.sheet !== choice.sheet);
  return [...others, choice];
}

/** A column taken for a field; another one that was taken for it is not read any more. */
export function with_field(
  choice: ImportChoice,
  table: ImportTable,
  heading: string,
  field: string,
): ImportChoice {
  const moved = table.columns.filter(
    (column) => field && column.field === field && column.heading !== heading,
  );
  const said = [
    { heading, field },
    ...moved.map((column) => ({ heading: column.heading, field: '' })),
  ];
  const kept = choice.headings.filter((each) => !said.some((one) => one.heading === each.heading));
  return { ...choice, noun: table.noun, headings: [...kept, ...said] };
}

/** A probable duplicate decided: the key of a record, or new. */
export function with_decision(choice: ImportChoice, row: number, same_as: string): ImportChoice {
  const kept = choice.decisions.filter((each) => each.row !== row);
  return { ...choice, decisions: [...kept, { row, same_as }] };
}

/** "Sheet, B7"; the file too where there are several. */
export function place_of(fault: ImportFault, files: number): string {
  return [files > 1 || !fault.sheet ? fault.file : '', fault.sheet, fault.cell]
    .filter(Boolean)
    .join(', ');
}

/** Hands a workbook in base64 to the reader. */
export function save_workbook(content: string, name: string): void {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
