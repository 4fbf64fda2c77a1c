import { ESLint } from 'eslint';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lint = new ESLint({ cwd: root });

async function is_refused(file: string, imported: string): Promise<boolean> {
  const text = `import { x } from '${imported}';\nexport const y = x;\n`;
  const [result] = await lint.lintText(text, { filePath: join(root, 'src', file) });
  return result!.messages.some((message) => message.ruleId === 'kontor/layers');
}

it.each([
  ['shared/ui/thing.ts', '$features/plan/board', true],
  ['shared/ui/thing.ts', '../../app/routes', true],
  ['features/plan/thing.ts', '$features/quality/unplaced', true],
  ['features/plan/thing.ts', '../quality/unplaced', true],
  ['features/plan/thing.ts', '$app/routes', true],
  ['features/plan/thing.ts', './board', false],
  ['features/plan/thing.ts', '$shared/time/clock', false],
  ['app/thing.ts', '$features/plan/board', false],
])(
  '%s importing %s is refused: %s',
  async (file, imported, refused) => {
    expect(await is_refused(file, imported)).toBe(refused);
  },
  20_000,
);
