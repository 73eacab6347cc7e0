import { defineConfig } from 'vitest/config'

const shared = { environment: 'node', globals: false, restoreMocks: true, unstubEnvs: true } as const
const journeys = 'tests/journeys/**/*.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['tests/support/postgres.ts'],
    maxWorkers: 2,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'server',
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'tests/**/*.test.ts',
            'database/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
          exclude: [journeys, 'node_modules/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'journeys', include: [journeys], testTimeout: 60_000, hookTimeout: 120_000 },
      },
    ],
  },
})
