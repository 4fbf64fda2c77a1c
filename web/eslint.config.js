import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelte_config from './svelte.config.js';

const source = fileURLToPath(new URL('./src', import.meta.url));
const order = ['shared', 'features', 'app'];

/** The layer and, within features, the feature of a file; null for files outside the layers. */
function room_of(file) {
  const [layer, feature] = relative(source, file).split(/[\\/]/);
  if (!order.includes(layer)) return null;
  return { layer: order.indexOf(layer), feature: layer === 'features' ? feature : '' };
}

function file_of(importer, wanted) {
  const alias = /^\$(shared|features|app)\/(.*)$/.exec(wanted);
  if (alias) return resolve(source, alias[1], alias[2]);
  return wanted.startsWith('.') ? resolve(dirname(importer), wanted) : null;
}

/** shared knows nobody, a feature knows shared and itself, app knows all. */
const layers = {
  meta: {
    type: 'problem',
    messages: { upwards: 'shared → features → app: {{from}} may not import {{to}}.' },
  },
  create(context) {
    const from = room_of(context.filename);
    const check = (node) => {
      if (!from || typeof node.source?.value !== 'string') return;
      const file = file_of(context.filename, node.source.value);
      const to = file && room_of(file);
      if (!to) return;
      const foreign = from.feature && to.feature && from.feature !== to.feature;
      if (to.layer <= from.layer && !foreign) return;
      context.report({
        node,
        messageId: 'upwards',
        data: { from: relative(source, context.filename), to: relative(source, file) },
      });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/shared/api/generated.ts'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    plugins: { kontor: { rules: { layers } } },
    rules: {
      'kontor/layers': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Addresses are made by one small router of our own, not by SvelteKit's.
      'svelte/no-navigation-without-resolve': 'off',
      // Maps built and read within one derivation need not be reactive.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig: svelte_config } },
  },
  { files: ['tests/**'], rules: { 'no-console': 'off' } },
);
