import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const shared = {
  environment: 'node',
  globals: false,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
} as const

/** Rules, figures and texts: they know no database. */
const pure = [
  'src/{policy,shared,ui}/**/*.test.{ts,tsx}',
  'src/platform/{documents,files,http,invoices,watch,workbook}/**/*.test.ts',
  'src/platform/*.test.ts',
  'tests/architecture/**/*.test.ts',
  'database/**/*.test.ts',
  'tools/**/*.test.ts',
]
/** They replace modules, or kill processes: each in a process of its own. */
const alone = [
  'tests/platform/{killed,opening,postgres*,rolling-restart,server,several-processes,slow-uploads}.test.ts',
  ...globSync('{src,tests}/**/*.test.ts').filter((path) => readFileSync(path, 'utf8').includes('vi.mock(')),
]
/** Every address of the product against every account or every kind of bad input. */
const sweeps = ['tests/security/{access-matrix,bad-input,generated-requests}.test.ts']
const journeys = ['tests/journeys/**/*.test.ts']

/** Small files that run long: begun last, as their size would have it on a fresh checkout, they keep one worker waiting. */
const long = /dead-ends|why-not|typed-nonsense|visit-offline|every-surface-of-the-demo|bench\/plans/
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const projects = Map.groupBy(await super.sort(files), ({ project }) => project.name)
    return [...projects.values()].flatMap((all) => [
      ...all.filter(({ moduleId }) => long.test(moduleId)),
      ...all.filter(({ moduleId }) => !long.test(moduleId)),
    ])
  }
}

/** What needs the database meets the real password hash once a password and process: it is slow by design. */
const rememberedHashes = [
  {
    find: /^@node-rs\/argon2$/,
    replacement: new URL('./tests/support/remembered-argon2.ts', import.meta.url).pathname,
  },
]

export default defineConfig({
  test: {
    globalSetup: ['tests/support/postgres.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    passWithNoTests: false,
    projects: [
      { extends: true, test: { ...shared, name: 'pure', include: pure, isolate: false, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'server',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: [...pure, ...alone, ...sweeps, ...journeys],
          alias: rememberedHashes,
          // One application for all files of a worker; what a test changes is its own database.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'alone', include: alone, testTimeout: 20_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'sweeps',
          include: sweeps,
          alias: rememberedHashes,
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'journeys',
          include: journeys,
          alias: rememberedHashes,
          isolate: false,
          sequence: { groupOrder: 2 },
          // A busy machine is no failure: a chapter of a story takes ten seconds when nothing else runs.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
