import { approveFiling, record, submit } from '../../database/demo/course.ts'
import * as filings from '../../src/features/filings/course/contract.ts'
import type { FormRow } from '../../src/policy/filings/forms.ts'
import type { World } from './world.ts'

/** Officers by their posts; numbers are made up. */
export function liaisonRow(
  unitKind: 'economy' | 'finance' | 'park',
  unit: string,
  seat: 'A' | 'B',
  no: number,
): FormRow {
  return {
    id: `${unitKind}-${seat}-${no}`,
    unitKind,
    unit,
    name: `${unit}联络员${seat}`,
    office: '企业服务科',
    duty: '科员',
    phone: `0573-84${String(no).padStart(6, '0')}`,
    mobile: `1390000${String(no).padStart(4, '0')}`,
    seat,
    from: '2026-04-01',
    until: '',
    remark: '',
  }
}

/** A complete list of a county: both bureaus with a deputy, each park with a first officer. */
export function liaisonRows(county: string, parks: readonly string[]): FormRow[] {
  return [
    liaisonRow('economy', `${county}经信局`, 'A', 1),
    liaisonRow('economy', `${county}经信局`, 'B', 2),
    liaisonRow('finance', `${county}财政局`, 'A', 3),
    liaisonRow('finance', `${county}财政局`, 'B', 4),
    ...parks.map((park, i) => liaisonRow('park', park, 'A', 5 + i)),
  ]
}

/** Saved by the county's economy officer. */
export async function saveOfficers(world: World, filingId: string, rows: readonly FormRow[], county = '嘉善县') {
  const economy = await world.as(`${county}经信局·经办`)
  const { sections } = await economy.done(filings.showFiling, { params: { filingId } })
  const revision = sections.find((one) => one.section === 'officers')?.revision ?? 0
  const params = { filingId, section: 'officers' }
  return economy.call(filings.saveFilingSection, { params, body: { revision, content: { rows } } })
}

/** Submitted, approved by finance, recorded by the province. */
export async function recordList(world: World, filingId: string, versionNo: number, county = '嘉善县'): Promise<void> {
  await submit(await world.as(`${county}经信局·经办`), filingId)
  await approveFiling(await world.as(`${county}财政局·经办`), filingId, versionNo)
  await record(await world.as('省经信厅·处室'), filingId, `浙经信企服联〔2026〕${versionNo}号`, versionNo)
}
