import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import type { FilingKind } from '../../src/policy/filings/filing-kinds.ts'
import type { Client } from './client.ts'

type OfPilot = { readonly pilotId: string; readonly batchId: string; readonly parkId: string }

/** Begins a filing of a park; returns its id. */
export async function openOf(
  client: Client,
  { batchId, parkId: unitId }: Pick<OfPilot, 'batchId' | 'parkId'>,
  kind: FilingKind,
  { period = '', opening }: { period?: string; opening?: unknown } = {},
): Promise<string> {
  return (await client.done(course.openFiling, { body: { batchId, unitId, kind, period, opening } })).filingId
}

/** The plan of a pilot, opened when it was admitted. */
export async function planOf(client: Client, pilotId: string): Promise<string> {
  const { planFilingId } = await client.done(pilots.showPilot, { params: { pilotId } })
  if (planFilingId === null) throw new Error(`pilot ${pilotId} has no plan`)
  return planFilingId
}

/** Writes sections of a filing over what stands there. */
export async function writeSections(
  client: Client,
  filingId: string,
  contents: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { sections } = await client.done(course.showFiling, { params: { filingId } })
  for (const [section, content] of Object.entries(contents)) {
    const revision = sections.find((one) => one.section === section)?.revision ?? 0
    const body = { revision, content }
    await client.done(course.saveFilingSection, { params: { filingId, section }, body })
  }
}

export function submit(client: Client, filingId: string) {
  return client.done(acts.submitFiling, { params: { filingId }, body: { reason: '已逐项核对，内容无误' } })
}

/** An approval of the newest version, with what the judge alters. */
export function approveFiling(client: Client, filingId: string, versionNo = 1, judgment?: unknown) {
  const body = { verdict: 'approve' as const, versionNo, marks: [], ...(judgment === undefined ? {} : { judgment }) }
  return client.done(acts.giveOpinion, { params: { filingId }, body })
}

export function record(client: Client, filingId: string, recordNo: string, versionNo = 1) {
  return client.done(acts.recordFiling, { params: { filingId }, body: { versionNo, recordNo } })
}
