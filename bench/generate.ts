import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { samplePlan } from '../database/demo/sample-plan.ts'
import { openProgramme } from '../src/opening.ts'
import { accountAt, serverAccount } from '../src/platform/postgres/accounts.ts'
import { zj2023 } from '../src/policy/editions/data/zj-2023.ts'
import { isExcluded } from '../src/policy/editions/edition.ts'
import { decimalsOf } from '../src/policy/editions/figure-unit.ts'
import { tailoredKinds } from '../src/policy/records/service-kinds.ts'
import { evaluations } from './evaluations.ts'

const folder = new URL('./sql/', import.meta.url)

/** The county whose officer asks for the list; it has ten parks whatever the size of the programme. */
const measuredCounty = '330421'

type Size = { readonly parks: number; readonly servicesEach: number }

/**
 * Fills an empty database with a programme of a given size, in SQL and as the owner: the same rows every time. Returns how
 * many services there are.
 */
export async function generate(connection: pg.PoolConfig, filesDir: string, size: Size): Promise<number> {
  const about = { version: 'bench', database: { kind: 'embedded', version: '' } } as const
  await openProgramme({
    connection,
    server: accountAt(connection, serverAccount),
    filesDir,
    about,
    signIn: { passwordDays: null, idleMinutes: null, sessionHours: 12 },
    demo: null,
    say: () => undefined,
  })
  return asOwner(connection, async (owner) => {
    const counties = await owner.query<{ code: string }>(`select code from units where kind = 'county' order by code`)
    const inScope = counties.rows.map(({ code }) => code).filter((code) => !isExcluded(zj2023, code))
    const settings = {
      parks: String(size.parks),
      services: String(size.servicesEach),
      counties: [measuredCounty, ...inScope.filter((code) => code !== measuredCounty)].join(','),
      kinds: [...tailoredKinds, 'training'].join(','),
      evaluations: JSON.stringify(evaluations()),
      plan: JSON.stringify(samplePlan('试点园区', { enterprises: 30, agencies: 6 })),
      targets: JSON.stringify(
        zj2023.indicators.map((rule) => {
          const { code, unit, example, weight } = rule
          return { code, unit: unit.zh, target: example, weight, decimals: decimalsOf(rule) }
        }),
      ),
    }
    await owner.query('begin')
    // Triggers and foreign keys rest: the rows are right by construction, and there are millions of them.
    await owner.query(`set local session_replication_role = replica; set local work_mem = '256MB'`)
    for (const [name, value] of Object.entries(settings)) {
      await owner.query('select set_config($1, $2, true)', [`bench.${name}`, value])
    }
    for (const file of readdirSync(folder).sort()) await owner.query(readFileSync(new URL(file, folder), 'utf8'))
    await owner.query('commit')
    await owner.query('vacuum analyze')
    await owner.query('checkpoint')
    return countServices(owner)
  })
}

/** A second run on kept data finds the programme there. */
export function generatedBefore(connection: pg.PoolConfig): Promise<number> {
  return asOwner(connection, async (owner) => {
    const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('services') is not null as there`)
    return rows[0]?.there ? countServices(owner) : 0
  })
}

async function countServices(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::integer as n from services')
  return rows[0]?.n ?? 0
}

export async function asOwner<T>(connection: pg.PoolConfig, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(connection)
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
