/** The dark modules of a code as one path of unit squares, runs of a row together. */
export function path_of(matrix: boolean[][]): string {
  let path = '';
  for (const [y, row] of matrix.entries())
    for (let x = 0; x < row.length; ++x) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) ++x;
      path += `M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`;
    }
  return path;
}
