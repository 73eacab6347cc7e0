// npm run bench: makes programmes of several sizes in databases of their own, measures them, writes docs/performance.md.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { RunningPostgres } from '../src/platform/postgres/running-postgres.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { against, stopAll } from './against.ts'
import type { Side } from './against-sides.ts'
import { clicksOf, nothingWaitedFor } from './clicks.ts'
import { pairing } from './directus-pairing.ts'
import { excelIn, excelOut } from './excel.ts'
import { generate, generatedBefore } from './generate.ts'
import { busyCores, machine } from './machine.ts'
import { measure } from './measure.ts'
import { report, writeReport } from './report.ts'
import type { Beside, Paired, Repeated, Single } from './results.ts'
import { startToFirstAnswer } from './start.ts'

const help = `npm run bench -- [options]
  --parks 10,1000    sizes, in parks (default 10,1000)
  --services 1000    services a park (default 1000)
  --seconds 10       length of a run (default 10); --runs 3, of which the middle one counts
  --only list,table  of: list, command, table, province, evaluation, evaluations, uploads,
                     sign-ins; and at the largest size clicks,
                     first, routes, browser, excel, start; at the smallest directus
  --keep FOLDER      keep the databases there and use them again
  --write            write docs/performance.md, as only a run without options does by itself
  --against CHECKOUT the build of another checkout (with its node_modules) and this one in turn, at the largest size
  --against-data FOLDER  where that checkout's data are, or are kept (default: KEEP/before)

Each build has data that its own generator made, because schemas differ. A checkout whose generator its own schema refuses is mended in
that checkout, in bench/sql; records that only this generator makes (6-others.sql) are copied there too, or are compared with none. Data
may also be made by hand, in FOLDER/parks-PARKS-SERVICES. Routes for which a checkout has no record are left out.`

const { values } = parseArgs({
  options: {
    parks: { type: 'string', default: '10,1000' },
    services: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '10' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
    write: { type: 'boolean', default: false },
    against: { type: 'string' },
    'against-data': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const say = (line: string) => void process.stdout.write(`${line}\n`)

if (process.env.NODE_ENV === 'production') {
  process.stderr.write('The benchmark makes and removes databases; it does not run with NODE_ENV=production.\n')
  process.exitCode = 1
} else if (values.help) {
  say(help)
} else {
  await main()
}

async function main(): Promise<void> {
  const only = values.only.split(',').filter(Boolean)
  const sizes = values.parks
    .split(',')
    .map((parks) => ({ parks: Number(parks), servicesEach: Number(values.services) }))
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'yqt-bench-'))
  mkdirSync(folder, { recursive: true })
  // The database's own account passes through where we are root.
  chmodSync(folder, 0o711)
  let running: RunningPostgres | null = null
  const sides: Side[] = []
  const end = async () => {
    await stopAll(sides)
    await running?.stop()
    if (!values.keep) rmSync(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      say(`stopped by ${signal}`)
      void end().then(() => process.exit(1))
    })
  }
  const [seconds, runs] = [Number(values.seconds), Number(values.runs)]
  const size = sizes.at(-1)
  if (values.against && size) {
    const otherFolder = values['against-data'] ?? join(folder, 'before')
    for (const made of [otherFolder, join(folder, 'after')]) {
      mkdirSync(made, { recursive: true })
      chmodSync(made, 0o711)
    }
    const wish = { seconds, rounds: runs, wanted: (work: string) => wanted(work, only) }
    const ownFolder = values.keep ?? join(folder, 'after')
    say(await against({ ...wish, checkout: values.against, otherFolder, ownFolder, size, sides, say }).finally(end))
    return
  }
  const repeated: Repeated[] = []
  const singles: Single[] = []
  const paired: Paired[] = []
  let waited = nothingWaitedFor
  let beside: readonly Beside[] = []
  const busyBefore = await busyCores()
  let [postgresVersion, memoryAfterLoad] = ['', 0]
  try {
    for (const size of sizes) {
      const largest = size === sizes.at(-1)
      const dataDir = join(folder, `parks-${size.parks}-${size.servicesEach}`)
      const filesDir = join(dataDir, 'files')
      running = await startPostgres({ dataDir, databaseUrl: undefined })
      const { connection, version } = running
      postgresVersion = version
      const begun = performance.now()
      const services = (await generatedBefore(connection)) || (await generate(connection, filesDir, size))
      say(`${services} services in ${size.parks} parks (${((performance.now() - begun) / 1000).toFixed(0)} s)`)
      const bench = { connection, filesDir, services, seconds, runs, only, say }
      const measured = await measure(bench)
      repeated.push(...measured.repeated)
      beside = measured.beside
      memoryAfterLoad = Math.max(memoryAfterLoad, measured.memoryAfterLoad)
      if (size === sizes[0] && wanted('directus', only)) paired.push(...(await pairing(bench)))
      if (largest) waited = await clicksOf(bench)
      if (largest && wanted('excel', only)) {
        if (size.parks > 30) singles.push(await excelOut(connection, filesDir, 20 * size.servicesEach))
        singles.push(await excelIn(dataDir))
      }
      await running.stop()
      running = null
      if (largest && wanted('start', only)) singles.push(await startToFirstAnswer(dataDir))
      if (!values.keep) rmSync(dataDir, { recursive: true, force: true })
    }
  } finally {
    await end()
  }
  const told = { machine: machine(postgresVersion, busyBefore), memoryAfterLoad, seconds, runs }
  const results = { ...told, ...waited, repeated, singles, paired, beside }
  const text = report(results)
  say(text)
  if (process.argv.length === 2 || values.write) writeReport(text)
}

function wanted(work: string, only: readonly string[]): boolean {
  return only.length === 0 || only.includes(work)
}
