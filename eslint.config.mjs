import js from '@eslint/js';
import lwcConfig from '@salesforce/eslint-config-lwc';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import { directiveNeedsReason } from './scripts/directive-needs-reason.mjs';

const COMPONENTS = ['force-app/**/lwc/**/*.ts', 'connected-apps/**/lwc/**/*.ts'];
const COMPONENT_TESTS = ['**/lwc/**/__tests__/**/*.ts', 'jest/**/*.ts'];

// The LWC rules are written for babel's parser: keep their plugins and rules, parse with typescript-eslint.
const lwcRules = lwcConfig.configs.recommended.map(({ plugins, rules, settings }) => ({
  files: COMPONENTS,
  ...(plugins && { plugins }),
  // beside a source there may be what `npm run build` made of it, which has no types
  settings: { ...settings, 'import/resolver': { node: { extensions: ['.ts', '.js'] } } },
  ...(rules && { rules }),
}));

/** An unused parameter or binding says by its underscore that it is meant. */
const unused = ['error', { args: 'after-used', argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/coverage/**',
      '**/.local-org/**',
      '**/test-results/**',
      '**/playwright-report/**',
      '**/lwc/**/*.js',
      '**/staticresources/**',
      'packages/local-org/test/fixtures/**',
      // decorators in plain JavaScript: for the LWC transformer only
      'jest/mocks/**',
    ],
  },
  js.configs.recommended,
  {
    plugins: { project: { rules: { 'directive-needs-reason': directiveNeedsReason } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'project/directive-needs-reason': 'error' },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      ecmaVersion: 'latest',
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'performance',
          'URL',
          'Buffer',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'TextEncoder',
          'TextDecoder',
          'AbortSignal',
          'URLSearchParams',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-unused-vars': unused },
  },
  {
    files: ['**/*.cjs', 'jest.config.js', 'jest/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly', jest: 'readonly' },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': unused,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.{ts,mjs,js}'],
    ignores: ['packages/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/packages/|^packages/',
              message: 'The product knows the local org by its name: see `exports` of packages/local-org/package.json.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/local-org/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what is exported.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time comes from kernel/clock.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes from kernel/clock.' },
      ],
    },
  },
  {
    files: ['packages/local-org/src/kernel/clock.ts', 'packages/local-org/src/web/app/page/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  ...lwcRules,
  {
    files: COMPONENTS,
    rules: {
      // core rules that misread TypeScript; the compiler or their typescript-eslint twins cover them
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-void': 'off',
      'no-use-before-define': ['error', { functions: false, variables: false }],
      'no-redeclare': 'off',
      'no-dupe-class-members': 'off',
      'consistent-return': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration[const=true]', message: 'The platform compiler sees one file at a time: no const enum.' },
        { selector: 'TSParameterProperty', message: 'Declare the field explicitly.' },
        { selector: 'PrivateIdentifier', message: 'The platform compiler refuses #private members.' },
        { selector: 'StaticBlock', message: 'The platform compiler refuses static blocks.' },
        { selector: 'ImportExpression', message: 'The platform compiler refuses dynamic imports.' },
      ],
    },
  },
  {
    files: COMPONENT_TESTS,
    plugins: { jest },
    languageOptions: { globals: jest.environments.globals.globals },
    rules: {
      ...jest.configs['flat/recommended'].rules,
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
    },
  },
);
