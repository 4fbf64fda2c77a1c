// QR codes of ISO/IEC 18004: bytes, error correction level M, versions 1 to 8 (up to 152 bytes).

/** Of a version at level M: error correction words of a block, and the data words of each block. */
interface Blocks {
  check: number;
  data: number[];
}
// Table 9 of the standard.
const blocks_of: Blocks[] = [
  { check: 10, data: [16] },
  { check: 16, data: [28] },
  { check: 26, data: [44] },
  { check: 18, data: [32, 32] },
  { check: 24, data: [43, 43] },
  { check: 16, data: [27, 27, 27, 27] },
  { check: 18, data: [31, 31, 31, 31] },
  { check: 22, data: [38, 38, 39, 39] },
];
// Annex E: the centres of the alignment patterns.
const centres_of = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42]];

// The field of 256 elements over x^8 + x^4 + x^3 + x^2 + 1.
const powers = new Uint8Array(255);
const logarithms = new Uint8Array(256);
for (let power = 0, element = 1; power < 255; ++power) {
  powers[power] = element;
  logarithms[element] = power;
  element = element < 128 ? element << 1 : (element << 1) ^ 0x11d;
}
const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : powers[(logarithms[a]! + logarithms[b]!) % 255]!;

/** The remainder of data · x^count by the generator with the roots 2^0 … 2^(count-1). */
export function check_words(data: readonly number[], count: number): number[] {
  let generator = [1];
  for (let root = 0; root < count; ++root) {
    const next = [...generator, 0];
    for (const [at, factor] of generator.entries()) next[at + 1]! ^= times(factor, powers[root]!);
    generator = next;
  }
  const rest = [...data, ...Array<number>(count).fill(0)];
  for (let at = 0; at < data.length; ++at) {
    const lead = rest[at]!;
    for (const [next, factor] of generator.entries()) rest[at + next]! ^= times(factor, lead);
  }
  return rest.slice(data.length);
}

/** Mode, count, bytes, end and padding as words of eight bits. */
function data_words(bytes: Uint8Array, capacity: number): number[] {
  const bits: number[] = [];
  const add = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; --bit) bits.push((value >> bit) & 1);
  };
  add(4, 4);
  add(bytes.length, 8);
  for (const byte of bytes) add(byte, 8);
  add(0, Math.min(4, capacity * 8 - bits.length));
  while (bits.length % 8 !== 0) bits.push(0);
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 8)
    words.push(bits.slice(at, at + 8).reduce((word, bit) => (word << 1) | bit, 0));
  for (let pad = 0; words.length < capacity; ++pad) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

/** Blocks with their check words, word by word in turn. */
function interleaved(words: number[], { check, data }: Blocks): number[] {
  let from = 0;
  const blocks = data.map((size) => words.slice(from, (from += size)));
  const checks = blocks.map((block) => check_words(block, check));
  const out: number[] = [];
  for (let at = 0; at < Math.max(...data); ++at)
    for (const block of blocks) if (at < block.length) out.push(block[at]!);
  for (let at = 0; at < check; ++at) for (const block of checks) out.push(block[at]!);
  return out;
}

class Drawing {
  readonly size: number;
  readonly dark: boolean[][];
  readonly fixed: boolean[][];

  constructor(readonly version: number) {
    this.size = 17 + 4 * version;
    const rows = () => Array.from({ length: this.size }, () => Array<boolean>(this.size).fill(false));
    [this.dark, this.fixed] = [rows(), rows()];
    this.draw_patterns();
  }

  private fix(x: number, y: number, dark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.dark[y]![x] = dark;
    this.fixed[y]![x] = true;
  }

  private draw_patterns(): void {
    for (let at = 0; at < this.size; ++at) {
      this.fix(6, at, at % 2 === 0);
      this.fix(at, 6, at % 2 === 0);
    }
    const rings = (x: number, y: number, reach: number, light: number[]) => {
      for (let down = -reach; down <= reach; ++down)
        for (let across = -reach; across <= reach; ++across)
          this.fix(x + across, y + down, !light.includes(Math.max(Math.abs(across), Math.abs(down))));
    };
    for (const [x, y] of [[3, 3], [this.size - 4, 3], [3, this.size - 4]] as const)
      rings(x, y, 4, [2, 4]);
    const centres = centres_of[this.version - 1]!;
    const last = centres.at(-1);
    for (const x of centres)
      for (const y of centres) {
        const in_corner = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
        if (!in_corner) rings(x, y, 2, [1]);
      }
    this.draw_format(0);
    if (this.version >= 7) this.draw_version();
  }

  /** Level M and the mask, with their BCH code, twice. */
  draw_format(mask: number): void {
    let rest = mask;
    for (let bit = 0; bit < 10; ++bit) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const bits = ((mask << 10) | rest) ^ 0x5412;
    const is_set = (bit: number) => ((bits >> bit) & 1) === 1;
    for (let bit = 0; bit < 15; ++bit) {
      const near = bit < 6 ? bit : bit < 8 ? bit + 1 : 14 - bit;
      if (bit < 8) this.fix(8, near, is_set(bit));
      else this.fix(bit === 8 ? 7 : near, 8, is_set(bit));
      if (bit < 8) this.fix(this.size - 1 - bit, 8, is_set(bit));
      else this.fix(8, this.size - 15 + bit, is_set(bit));
    }
    this.fix(8, this.size - 8, true);
  }

  private draw_version(): void {
    let rest = this.version;
    for (let bit = 0; bit < 12; ++bit) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
    const bits = (this.version << 12) | rest;
    for (let bit = 0; bit < 18; ++bit) {
      const [across, down] = [this.size - 11 + (bit % 3), Math.floor(bit / 3)];
      this.fix(across, down, ((bits >> bit) & 1) === 1);
      this.fix(down, across, ((bits >> bit) & 1) === 1);
    }
  }

  /** Bits go up and down in columns of two from the right, around what is fixed. */
  draw_data(words: number[]): void {
    let at = 0;
    for (let right = this.size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      const upward = ((right + 1) & 2) === 0;
      for (let step = 0; step < this.size; ++step)
        for (const x of [right, right - 1]) {
          const y = upward ? this.size - 1 - step : step;
          if (this.fixed[y]![x]) continue;
          const bit = ((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
          this.dark[y]![x] = bit === 1;
          ++at;
        }
    }
  }

  mask(rule: (x: number, y: number) => boolean): void {
    for (let y = 0; y < this.size; ++y)
      for (let x = 0; x < this.size; ++x)
        if (!this.fixed[y]![x] && rule(x, y)) this.dark[y]![x] = !this.dark[y]![x];
  }

  /** How hard it is to read: runs, squares, false finders, too dark or light (section 7.8.3). */
  penalty(): number {
    const lines = [...this.dark, ...this.dark.map((_, x) => this.dark.map((row) => row[x]!))];
    let sum = 0;
    for (const line of lines) {
      const text = line.map((dark) => (dark ? '1' : '0')).join('');
      for (const run of text.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
      for (let at = 0; at + 11 <= text.length; ++at)
        if (/^(?:00001011101|10111010000)$/.test(text.slice(at, at + 11))) sum += 40;
    }
    for (let y = 1; y < this.size; ++y)
      for (let x = 1; x < this.size; ++x) {
        const dark = this.dark[y]![x]!;
        if (dark === this.dark[y - 1]![x] && dark === this.dark[y]![x - 1])
          if (dark === this.dark[y - 1]![x - 1]) sum += 3;
      }
    const share = this.dark.flat().filter(Boolean).length / this.size ** 2;
    return sum + 10 * Math.floor(Math.abs(share * 20 - 10));
  }
}

export const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The code of a text as rows of dark modules; nothing where it is longer than 152 bytes. */
export function matrix_of(text: string): boolean[][] | undefined {
  const bytes = new TextEncoder().encode(text);
  const capacity = ({ data }: Blocks) => data.reduce((sum, size) => sum + size, 0);
  const at = blocks_of.findIndex((blocks) => capacity(blocks) >= bytes.length + 2);
  if (at < 0) return undefined;
  const blocks = blocks_of[at]!;
  const symbol = new Drawing(at + 1);
  symbol.draw_data(interleaved(data_words(bytes, capacity(blocks)), blocks));
  const worth = masks.map((rule, number) => {
    symbol.draw_format(number);
    symbol.mask(rule);
    const penalty = symbol.penalty();
    symbol.mask(rule);
    return penalty;
  });
  const best = worth.indexOf(Math.min(...worth));
  symbol.draw_format(best);
  symbol.mask(masks[best]!);
  return symbol.dark;
}
