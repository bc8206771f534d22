import { availableParallelism } from 'node:os';

const nouns =
  'events|platform|issues|signals|warnings|actions|people|policies|reports|notifications|deliveries|imports|files|comments';

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,config,test}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    [`^#(${nouns})/(.*)\\.js$`]: '<rootDir>/libs/$1/$2.ts',
    '^#config/(.*)\\.js$': '<rootDir>/config/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/support/start-postgres.mjs',
  globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // They start processes of their own, and wait for them a third of the time.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  testTimeout: 60_000,
};
