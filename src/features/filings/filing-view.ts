import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import * as policy from '../../policy/filing.ts'
import { filingKinds } from '../../policy/filing-kinds.ts'
import { mayReopen, namesOf } from '../../policy/filing-posts.ts'
import { formChanges, unchangedParts } from '../../policy/form-changes.ts'
import { type FormContent, type FormGap, forms } from '../../policy/forms.ts'
import { isPost } from '../../policy/roles.ts'
import { type Day, dayOf } from '../../shared/dates.ts'
import { abilityOf } from '../pilots/public.ts'
import { changeInWords } from './change-words.ts'
import type { showFiling } from './contract.ts'
import {
  exceptionOf,
  type FormFiling,
  gapsOf,
  isBuiltUpon,
  readForm,
  seatOfActor,
  whyNotPreparer,
  whyTooLate,
} from './form-filing.ts'
import { kindHooks } from './kinds.ts'
import { standingOf, waitedFor } from './owed-views.ts'
import { listReopenings } from './reopening-store.ts'
import { type GivenOpinion, listVersions, opinionsByVersion, versionContent } from './views.ts'

type View = z.input<typeof showFiling.reply>

export async function showFilingView(
  tx: Tx,
  filingId: string,
  wanted: number | undefined,
  actor: Actor,
  now: Date,
): Promise<View> {
  const form = await readForm(tx, actor, filingId)
  const { row, filing, duty } = form
  const { kind, rule, batch, unit, pilots } = duty
  const versions = await listVersions(tx, filingId)
  const opinions = await opinionsByVersion(
    tx,
    versions.map((version) => version.id),
  )
  const gaps = filing.openSections.length > 0 ? await gapsOf(tx, form) : []
  const builtUpon = await isBuiltUpon(tx, duty)
  return {
    filingId,
    kind,
    name: { zh: rule.zh, en: rule.en },
    clause: rule.clause,
    period: row.period,
    state: row.state,
    isDone: policy.isDone(filing),
    dueOn: row.dueOn,
    standing: standingOf(
      duty,
      { dueOn: row.dueOn, filedOn: filedOnOf(row, versions, opinions), exception: await exceptionOf(tx, duty, now) },
      now,
    ),
    today: dayOf(now),
    batch: { batchId: batch.id, name: batch.name, edition: batch.edition.id },
    unit: { unitId: unit.id, name: unit.name },
    parks: pilots.map(({ parkId, parkName, awardFen }) => ({ parkId, name: parkName, awardFen })),
    sections: sectionsOf(form, policy.isDone(filing) ? [] : [...opinions.values()]),
    gaps: [...gaps],
    seats: [...rule.opinions],
    order: rule.order,
    waitingFor: policy.waitingFor(filing),
    waiting: waitedFor(duty, { state: row.state, spoken: row.opinions.map((opinion) => opinion.seat) }),
    recorders: rule.records.length > 0 ? namesOf(rule.records) : null,
    record: row.record && { no: row.record.no, at: row.record.at.toISOString(), byName: row.record.byName },
    versions: versions.map(({ id, no, hash, submittedByName, submittedAt }) => ({
      no,
      hash,
      submittedByName,
      submittedAt: submittedAt.toISOString(),
      opinions: (opinions.get(id) ?? []).map(({ seat, verdict, marks, accountName, at }) => ({
        seat,
        verdict,
        marks: [...marks],
        accountName,
        at,
      })),
    })),
    ...(await compared(tx, form, versions, wanted)),
    reopenings: (await listReopenings(tx, filingId)).map((one) => ({ ...one, at: one.at.toISOString() })),
    reopenable: [...(builtUpon ? filingKinds[kind].textSections : filingKinds[kind].sections)],
    isDrafted: kindHooks[kind].refresh !== undefined,
    actions: await abilities(tx, form, actor, { now, gaps, builtUpon }),
  }
}

/** Newest first; marks of the last return stand beside the sections they opened. */
function sectionsOf({ row, duty }: FormFiling, opinions: readonly GivenOpinion[][]): View['sections'] {
  const returned = opinions.find((given) => given.some((opinion) => opinion.verdict === 'return')) ?? []
  return forms[duty.kind].flatMap(({ id }) => {
    const section = row.sections.find((one) => one.section === id)
    if (!section) return []
    const marks = returned.flatMap(({ seat, marks: given }) =>
      given.filter((mark) => mark.section === id).map(({ reason }) => ({ seat, reason })),
    )
    return [
      {
        section: id,
        content: section.content,
        revision: section.revision,
        open: section.open,
        editedByName: section.editedByName,
        editedAt: section.editedAt?.toISOString() ?? null,
        marks,
      },
    ]
  })
}

/** The day of the first submission that was not taken back: it stands, or somebody spoke on it. */
function filedOnOf(
  row: FormFiling['row'],
  versions: Versions,
  opinions: ReadonlyMap<string, GivenOpinion[]>,
): Day | null {
  const stands = row.state === 'submitted' || row.state === 'approved' || row.state === 'recorded'
  const first = versions.findLast(
    ({ id, no }) => (stands && no === row.version?.no) || (opinions.get(id)?.length ?? 0) > 0,
  )
  return first ? dayOf(first.submittedAt) : null
}

type Versions = Awaited<ReturnType<typeof listVersions>>

/** The version asked for, or the newest, and what it changed. */
async function compared(
  tx: Tx,
  { duty: { kind, pilots } }: FormFiling,
  versions: Versions,
  wanted: number | undefined,
): Promise<Pick<View, 'shown' | 'changes' | 'unchangedSections'>> {
  const at = versions.findIndex((version) => version.no === (wanted ?? versions[0]?.no))
  const [version, previous] = at < 0 ? [] : versions.slice(at, at + 2)
  if (!version) return { shown: null, changes: null, unchangedSections: [] }
  const content = (await versionContent(tx, version.id)) as FormContent
  const before = previous ? ((await versionContent(tx, previous.id)) as FormContent) : null
  const changes = before && formChanges(kind, before, content)
  const parkName = (parkId: string) => pilots.find((pilot) => pilot.parkId === parkId)?.parkName ?? parkId
  return {
    shown: { no: version.no, hash: version.hash, content },
    changes: changes?.map((change) => changeInWords(kind, change, parkName)) ?? null,
    unchangedSections: changes ? unchangedParts(kind, changes) : [],
  }
}

async function abilities(
  tx: Tx,
  { row, filing, duty }: FormFiling,
  actor: Actor,
  { now, gaps, builtUpon }: { now: Date; gaps: readonly FormGap[]; builtUpon: boolean },
): Promise<View['actions']> {
  const by = actor.accountId
  const { post } = actor
  const seat = seatOfActor(duty, actor)
  const notPreparer = whyNotPreparer(duty, actor)
  const late = notPreparer ?? (await whyTooLate(tx, duty, row, now))
  const { sections, textSections } = filingKinds[duty.kind]
  const saved = policy.saveSection(filing, filing.openSections[0] ?? sections[0] ?? '', by)
  const again = { sections: builtUpon ? textSections : sections, builtUpon, reason: '-' }
  return [
    abilityOf(actor, 'edit', 'filing.edit', late ?? saved),
    abilityOf(actor, 'submit', 'filing.submit', late ?? policy.submitFiling(filing, { by, gaps })),
    abilityOf(actor, 'withdraw', 'filing.submit', notPreparer ?? policy.withdrawFiling(filing)),
    abilityOf(actor, 'give-opinion', 'filing.give-opinion', policy.mayGiveOpinion(filing, { seat, by })),
    abilityOf(actor, 'record', 'filing.record', isPost(post) ? policy.recordFiling(filing, { post, by }) : null),
    abilityOf(
      actor,
      'reopen',
      'filing.reopen',
      mayReopen(duty.rule, { post, seat }) ?? policy.reopenFiling(filing, again),
    ),
  ]
}
