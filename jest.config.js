const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
  ...jestConfig,
  roots: ['<rootDir>/force-app', '<rootDir>/connected-apps'],
  testMatch: ['**/__tests__/**/*.test.ts'],
  transform: { ...jestConfig.transform, '^.+\\.(js|ts|html|css)$': '<rootDir>/jest/lwc-transformer.js' },
  moduleNameMapper: {
    ...jestConfig.moduleNameMapper,
    '^lightning/(modal|navigation|select)$': '<rootDir>/jest/mocks/lightning/$1',
    '^jest-helpers$': '<rootDir>/jest/helpers.ts',
  },
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/jest/setup.js'],
  // a check of accessibility takes its time on a busy machine
  testTimeout: 120_000,
  collectCoverageFrom: ['{force-app,connected-apps}/**/lwc/**/*.ts', '!**/__tests__/**'],
};
