import { describe, expect, it } from 'vitest';
import { check_words, masks, matrix_of } from '$shared/qr/qr';

/** Reads a code back as a scanner does, from the standard's drawing rules and without ours. */
function read(matrix: boolean[][]): string {
  const size = matrix.length;
  const version = (size - 17) / 4;
  const bit = (x: number, y: number) => (matrix[y]![x] ? 1 : 0);
  let format = 0;
  for (const [x, y] of [[8, 0], [8, 1], [8, 2], [8, 3], [8, 4], [8, 5], [8, 7], [8, 8], [7, 8], [5, 8], [4, 8], [3, 8], [2, 8], [1, 8], [0, 8]].reverse())
    format = (format << 1) | bit(x!, y!);
  const rule = masks[((format ^ 0x5412) >> 10) & 7]!;
  expect(((format ^ 0x5412) >> 13) & 3).toBe(0);
  const centres = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42]][version - 1]!;
  const is_fixed = (x: number, y: number) =>
    x === 6 ||
    y === 6 ||
    (x < 9 && y < 9) ||
    (x < 9 && y >= size - 8) ||
    (x >= size - 8 && y < 9) ||
    (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) ||
    centres.some((cx) =>
      centres.some(
        (cy) =>
          !((cx === 6 && cy === 6) || (cx === 6 && cy > size - 9) || (cx > size - 9 && cy === 6)) &&
          Math.abs(cx - x) < 3 &&
          Math.abs(cy - y) < 3,
      ),
    );
  const words: number[] = [];
  let [word, count] = [0, 0];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; ++step)
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step;
        if (is_fixed(x, y)) continue;
        word = (word << 1) | (bit(x, y) ^ (rule(x, y) ? 1 : 0));
        if (++count % 8 === 0) {
          words.push(word);
          word = 0;
        }
      }
    up = !up;
  }
  const shape = [[10, [16]], [16, [28]], [26, [44]], [18, [32, 32]], [24, [43, 43]], [16, [27, 27, 27, 27]], [18, [31, 31, 31, 31]], [22, [38, 38, 39, 39]]][version - 1] as [number, number[]];
  const [check, sizes] = shape;
  const blocks: number[][] = sizes.map(() => []);
  let at = 0;
  for (let index = 0; index < Math.max(...sizes); ++index)
    for (const [block, length] of sizes.entries())
      if (index < length) blocks[block]!.push(words[at++]!);
  const checks: number[][] = sizes.map(() => []);
  for (let index = 0; index < check; ++index) for (const each of checks) each.push(words[at++]!);
  for (const [block, data] of blocks.entries())
    expect(check_words(data, check)).toEqual(checks[block]);
  const bits = blocks.flat().flatMap((each) => each.toString(2).padStart(8, '0').split(''));
  const take = (many: number) => parseInt(bits.splice(0, many).join(''), 2);
  expect(take(4)).toBe(4);
  const length = take(8);
  return new TextDecoder().decode(Uint8Array.from({ length }, () => take(8)));
}

describe('a QR code', () => {
  it('has the check words of the standard’s example, Annex I', () => {
    const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11];
    expect(check_words(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
  });

  it.each([1, 14, 26, 42, 62, 84, 106, 122, 152])('of %i bytes is read back', (length) => {
    const text = 'https://kontor.example/people/P-17?x='.repeat(5).slice(0, length);
    expect(read(matrix_of(text)!)).toBe(text);
  });

  it('is not made of what does not fit', () => {
    expect(matrix_of('x'.repeat(153))).toBeUndefined();
  });
});
