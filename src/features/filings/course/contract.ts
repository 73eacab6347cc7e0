import { z } from 'zod'
import { standingStates } from '../../../policy/calendar/deadlines.ts'
import { filingStates } from '../../../policy/filings/filing.ts'
import { type FilingKind, filingKinds } from '../../../policy/filings/filing-kinds.ts'
import { keyInput } from '../../../shared/inputs.ts'
import { ability, pageInputs, route, sortInput } from '../../../shared/route.ts'
import { opinion, preparedOpinion, recordings, recordOf, seat, sentBackOpinion } from './opinion-contract.ts'
import { typedTexts } from './typed-contract.ts'

export const filingKind = z.enum(Object.keys(filingKinds) as [FilingKind, ...FilingKind[]])
const text = z.object({ zh: z.string(), en: z.string() })
const period = keyInput(8)
const onFiling = z.strictObject({ filingId: z.uuid() })
const state = z.enum(filingStates)

/** Where a filing stands by the calendar; `days` and `workingDays` as in `policy/calendar/deadlines.ts`. */
export const standing = z.object({ state: z.enum(standingStates), days: z.number(), workingDays: z.number() })

/** What somebody can do with a filing; the screens find each by this name. */
export const filingActions = [
  'edit',
  'submit',
  'withdraw',
  'discard',
  'give-opinion',
  'sign-opinion',
  'discard-opinion',
  'record',
  'reopen',
] as const
export type FilingAction = (typeof filingActions)[number]

const owedFiling = z.object({
  /** Null while nobody has opened it. */
  filingId: z.uuid().nullable(),
  batchId: z.uuid(),
  batchName: z.string(),
  kind: filingKind,
  name: text,
  clause: z.string(),
  period: z.string(),
  pilotId: z.uuid().nullable(),
  unitId: z.uuid(),
  unitName: z.string(),
  state: state.nullable(),
  dueOn: z.string(),
  /** The instant of that day, where it is due by the hour. */
  dueAt: z.string().nullable(),
  standing,
  /** The day of the first submission that was not taken back. */
  filedOn: z.string().nullable(),
  recordNo: z.string().nullable(),
  isDone: z.boolean(),
  /** Who is waited for; empty when it is over. */
  waiting: z.array(text),
  /** Whether the reader may open it, while it is not open. */
  open: ability,
})
export type OwedFiling = z.infer<typeof owedFiling>

export const listFilings = route({
  method: 'GET',
  path: '/api/filings',
  permission: 'filing.view',
  summary: { zh: '报送事项', en: 'Filings owed and filed' },
  search: z.strictObject({
    batchId: z.uuid().optional(),
    unitId: z.uuid().optional(),
    /** A unit and all below it. */
    under: z.uuid().optional(),
    kind: filingKind.optional(),
    show: z.enum(['open', 'late', 'done']).optional(),
    /** Inside each group: a batch, or where several units file a batch's kind and period. */
    sort: sortInput('name', 'unitName', 'state', 'dueOn', 'waiting'),
    ...pageInputs(),
  }),
  reply: z.object({
    today: z.string(),
    batches: z.array(z.object({ batchId: z.uuid(), name: z.string() })),
    filings: z.array(owedFiling),
    total: z.number(),
    /** Whether all of them are one unit's. */
    isOne: z.boolean(),
  }),
})

export const openFiling = route({
  method: 'POST',
  path: '/api/filings',
  permission: 'filing.edit',
  summary: { zh: '开始编制', en: 'Begin a filing' },
  body: z.strictObject({
    batchId: z.uuid(),
    unitId: z.uuid(),
    kind: filingKind,
    /** Empty for what is filed once and for what is numbered when it is opened. */
    period,
    /** What this kind has to know before it can be opened; see the kind's contract. */
    opening: z.unknown().optional(),
  }),
  reply: z.object({ filingId: z.uuid(), period: z.string() }),
})

const section = z.object({
  section: z.string(),
  /** Fits the kind's own shape of this section; drafted facts may stand beside what was written. */
  content: z.unknown(),
  typed: typedTexts,
  /** What a save must name, so that nobody overwrites what they have not seen. */
  revision: z.number(),
  open: z.boolean(),
  editedByName: z.string().nullable(),
  editedAt: z.string().nullable(),
  /** Why the section came back, by seat, when it did. */
  marks: z.array(z.object({ seat, reason: z.string() })),
})
export type SectionView = z.infer<typeof section>

const version = z.object({
  no: z.number(),
  hash: z.string(),
  submittedByName: z.string(),
  /** Why it is word for word the version that was returned; null where it is not. */
  unchangedBecause: z.string().nullable(),
  submittedAt: z.string(),
  opinions: z.array(opinion),
})
export type VersionView = z.infer<typeof version>

export const changeShape = z.object({
  section: z.string(),
  kind: z.enum(['changed', 'added', 'removed', 'reordered']),
  /** Path that begins with the section, unique among the changes. */
  path: z.string(),
  label: text,
  before: text,
  after: text,
})
export type ChangeView = z.infer<typeof changeShape>

const gap = z.object({
  section: z.string(),
  /** Path inside the section: `rows.2.phone`, `fields.text`. */
  field: z.string(),
  severity: z.enum(['error', 'warning']),
  /** Code and clause of the rule behind it; null for what every form is checked for. */
  code: z.string().nullable(),
  clause: z.string().nullable(),
  text,
})
export type GapView = z.infer<typeof gap>

export const showFiling = route({
  method: 'GET',
  path: '/api/filings/:filingId',
  permission: 'filing.view',
  bySeat: true,
  summary: { zh: '一份报送材料', en: 'One filing' },
  params: onFiling,
  search: z.strictObject({ version: z.coerce.number<string | number>().int().min(1).optional() }),
  reply: z.object({
    filingId: z.uuid(),
    kind: filingKind,
    name: text,
    clause: z.string(),
    period: z.string(),
    state,
    isDone: z.boolean(),
    dueOn: z.string(),
    /** The instant of that day, where it is due by the hour. */
    dueAt: z.string().nullable(),
    standing,
    today: z.string(),
    batch: z.object({ batchId: z.uuid(), name: z.string(), edition: z.string(), firstYear: z.number() }),
    unit: z.object({ unitId: z.uuid(), name: z.string() }),
    /** The pilot that files; null for what a county or the province files. */
    pilotId: z.uuid().nullable(),
    /** The parks that it is about; award in fen. */
    parks: z.array(z.object({ parkId: z.uuid(), name: z.string(), awardFen: z.number() })),
    sections: z.array(section),
    gaps: z.array(gap),
    seats: z.array(seat),
    order: z.enum(['parallel', 'in-turn']),
    /** Seats whose opinion takes two persons, one who prepares it and one who signs it. */
    signedSeats: z.array(seat),
    waitingFor: z.array(seat),
    waiting: z.array(text),
    /** The seat the reader speaks from on this filing; null for everybody else. */
    ownSeat: seat.nullable(),
    /** Opinions that wait for a signature; shown to their own seat only. */
    prepared: z.array(preparedOpinion),
    /** The opinion that the reader's seat prepared last and its second person did not sign, until there is another. */
    sentBack: sentBackOpinion.nullable(),
    /** Posts that record it; null where the last approval ends it. */
    recorders: text.nullable(),
    record: recordOf.nullable(),
    recordings,
    versions: z.array(version),
    /** Below a printed page: the paper that was issued of the version shown, its code and where to verify it; null where none was. */
    paperFoot: text.nullable(),
    /** The version asked for, or the newest, with its content. */
    viewed: z.object({ no: z.number(), hash: z.string(), content: z.record(z.string(), z.unknown()) }).nullable(),
    /** Against the version before; null for the first. Sections without a change are named beside it. */
    changes: z.array(changeShape).nullable(),
    unchangedSections: z.array(z.string()),
    /** Every time a submission was taken back, the newest first. */
    withdrawals: z.array(z.object({ at: z.string(), byName: z.string(), reason: z.string(), versionNo: z.number() })),
    reopenings: z.array(
      z.object({ at: z.string(), byName: z.string(), reason: z.string(), sections: z.array(z.string()) }),
    ),
    /** What may be opened again: everything, or, once something later builds on it, its text. */
    reopenable: z.array(z.string()),
    /** What the kind calls its review where it has a word of its own, e.g. 核定 for a table; null for the general one. */
    reviewName: text.nullable(),
    /** Whether a seat may send it back, or can only approve it. */
    returnable: z.boolean(),
    /** Whether a draft can be made anew from the facts. */
    isDrafted: z.boolean(),
    actions: z.array(ability.extend({ action: z.enum(filingActions) })),
  }),
})
export type FilingView = z.infer<typeof showFiling.reply>

export const checkFiling = route({
  method: 'GET',
  path: '/api/filings/:filingId/check',
  permission: 'filing.view',
  summary: { zh: '提交前检查', en: 'Check a filing before it is submitted' },
  params: onFiling,
  reply: z.object({ gaps: z.array(gap) }),
})

export const saveFilingSection = route({
  method: 'PUT',
  path: '/api/filings/:filingId/sections/:section',
  permission: 'filing.edit',
  summary: { zh: '保存材料的一个部分', en: 'Save one section of a filing' },
  params: onFiling.extend({ section: keyInput(40) }),
  body: z.strictObject({ revision: z.int().min(0), content: z.unknown(), typed: typedTexts.default({}) }),
  reply: z.object({ revision: z.number(), savedAt: z.string() }),
})

export const refreshDraft = route({
  method: 'POST',
  path: '/api/filings/:filingId/draft',
  permission: 'filing.edit',
  summary: { zh: '按最新数据重新起草', en: 'Draft anew from the facts' },
  params: onFiling,
  reply: z.object({ sections: z.array(z.string()) }),
})
