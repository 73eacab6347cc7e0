import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Edition, editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import type { ObligationRule } from '../../../policy/editions/edition-rules.ts'
import { type FilingKind, isFilingKind } from '../../../policy/filings/filing-kinds.ts'
import { bureauOfSeat, type Seat, seatNames } from '../../../policy/people/roles.ts'
import type { Language } from '../../../shared/words.ts'
import { type BureauNames, bureauName } from '../../programme/papers/public.ts'
import { batchById, type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import { countyOfScope, unitById } from '../../programme/units/public.ts'
import {
  type FilingRow,
  type GivenOpinion,
  listVersions,
  opinionsOn,
  showFiling,
  type VersionRow,
  versionContent,
} from '../course/public.ts'

/** A filing as it is put on paper: one version of it, or the draft (`version` null), with what was said about it. */
export type Filed = {
  readonly row: FilingRow
  readonly kind: FilingKind
  readonly rule: ObligationRule
  readonly edition: Edition
  readonly firstYear: number
  readonly batchName: string
  readonly pilot: Pilot | null
  readonly unit: BureauNames
  readonly county: BureauNames | null
  readonly version: VersionRow | null
  readonly content: Readonly<Record<string, unknown>>
  readonly opinions: readonly GivenOpinion[]
  readonly recording: FilingRow['record']
}

const noSuchPaper = notFound({ zh: '文件', en: 'paper' })

/** @throws HttpError 404 outside the reader's scope, and for a version that was never submitted. */
export async function readFiled(tx: Tx, filingId: string, no: number | undefined): Promise<Filed> {
  const row = await showFiling(tx, filingId)
  if (!row) throw noSuchPaper
  const version = no === undefined || no === row.version?.no ? row.version : await versionNo(tx, filingId, no)
  if (no !== undefined && !version) throw noSuchPaper
  return filedOf(tx, row, version)
}

/** A filing at one of its versions; at its draft where that is null. @throws HttpError 404 */
export async function filedOf(tx: Tx, row: FilingRow, version: VersionRow | null): Promise<Filed> {
  const batch = await batchById(tx, row.batchId)
  if (!batch || !isFilingKind(row.kind)) throw noSuchPaper
  const unit = await unitById(tx, row.unitId)
  const edition = editionOf(batch.edition)
  const newest = version !== null && version.id === row.version?.id
  return {
    row,
    kind: row.kind,
    rule: obligationOf(edition, row.kind),
    edition,
    firstYear: batch.firstYear,
    batchName: batch.name,
    pilot: row.pilotId ? await requirePilot(tx, row.pilotId) : null,
    unit: unit ?? { name: '', economyBureau: null, financeBureau: null },
    county: await countyOfScope(tx, row.scope),
    version,
    content: version ? ((await versionContent(tx, version.id)) as Filed['content']) : draftOf(row),
    opinions: version ? await opinionsOn(tx, version.id) : [],
    // It was the newest version that went on record.
    recording: newest ? row.record : null,
  }
}

async function versionNo(tx: Tx, filingId: string, no: number): Promise<VersionRow | null> {
  return (await listVersions(tx, filingId)).find((one) => one.no === no) ?? null
}

function draftOf(row: FilingRow): Filed['content'] {
  return Object.fromEntries(row.sections.map(({ section, content }) => [section, content]))
}

export function seatName(county: BureauNames | null, seat: Seat, language: Language): string {
  return seat.startsWith('county-') ? bureauName(county, bureauOfSeat(seat), language) : seatNames[seat][language]
}
