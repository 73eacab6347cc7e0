import { z } from 'zod'
import { standingStates } from '../../policy/deadlines.ts'
import { filingStates } from '../../policy/filing.ts'
import { type FormKind, forms } from '../../policy/forms.ts'
import { type Seat, seats } from '../../policy/roles.ts'
import { route } from '../../shared/route.ts'
import { ability } from '../pilots/contract.ts'

export const formKind = z.enum(Object.keys(forms) as [FormKind, ...FormKind[]])
const seat = z.enum(seats as [Seat, ...Seat[]])
const text = z.object({ zh: z.string(), en: z.string() })
const period = z.string().max(8)
const onFiling = z.strictObject({ filingId: z.uuid() })
const mark = z.strictObject({ section: z.string().max(40), reason: z.string().max(1000) })
const state = z.enum(filingStates)

const standing = z.object({ state: z.enum(standingStates), days: z.number(), workingDays: z.number() })

const owedFiling = z.object({
  /** Null while nobody has opened it. */
  filingId: z.uuid().nullable(),
  batchId: z.uuid(),
  batchName: z.string(),
  kind: formKind,
  name: text,
  clause: z.string(),
  period: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  state: state.nullable(),
  dueOn: z.string(),
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
    kind: formKind.optional(),
    show: z.enum(['open', 'late', 'done']).optional(),
  }),
  reply: z.object({
    today: z.string(),
    batches: z.array(z.object({ batchId: z.uuid(), name: z.string() })),
    filings: z.array(owedFiling),
  }),
})

export const openFiling = route({
  method: 'POST',
  path: '/api/filings',
  permission: 'filing.edit',
  summary: { zh: '开始编制', en: 'Begin a filing' },
  body: z.strictObject({ batchId: z.uuid(), unitId: z.uuid(), kind: formKind, period }),
  reply: z.object({ filingId: z.uuid() }),
})

const sectionView = z.object({
  section: z.string(),
  /** Fits the definition of its section (`policy/forms.ts`); beside it stand the drafted facts. */
  content: z.unknown(),
  /** What a save must name, so that nobody overwrites what they have not seen. */
  revision: z.number(),
  open: z.boolean(),
  editedByName: z.string().nullable(),
  editedAt: z.string().nullable(),
  /** Why the section came back, by seat, when it did. */
  marks: z.array(z.object({ seat, reason: z.string() })),
})
export type SectionView = z.infer<typeof sectionView>

const opinion = z.object({
  seat,
  verdict: z.enum(['approve', 'return']),
  marks: z.array(mark),
  accountName: z.string(),
  at: z.string(),
})

const change = z.object({
  section: z.string(),
  kind: z.enum(['changed', 'added', 'removed', 'reordered']),
  /** Path inside the section, unique among the changes. */
  path: z.string(),
  label: text,
  before: text,
  after: text,
})

const gap = z.object({ section: z.string(), field: z.string(), severity: z.enum(['error', 'warning']), ...text.shape })

export const showFiling = route({
  method: 'GET',
  path: '/api/filings/:filingId',
  permission: 'filing.view',
  summary: { zh: '一份报送材料', en: 'One filing' },
  params: onFiling,
  search: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
  reply: z.object({
    filingId: z.uuid(),
    kind: formKind,
    name: text,
    clause: z.string(),
    period: z.string(),
    state,
    isDone: z.boolean(),
    dueOn: z.string(),
    standing,
    today: z.string(),
    batch: z.object({ batchId: z.uuid(), name: z.string(), edition: z.string() }),
    unit: z.object({ unitId: z.uuid(), name: z.string() }),
    /** What a field of the type `park` may name; award in fen. */
    parks: z.array(z.object({ parkId: z.uuid(), name: z.string(), awardFen: z.number() })),
    sections: z.array(sectionView),
    gaps: z.array(gap),
    seats: z.array(seat),
    order: z.enum(['parallel', 'in-turn']),
    waitingFor: z.array(seat),
    waiting: z.array(text),
    /** Posts that take it on record; empty where the last approval ends it. */
    recorders: text.nullable(),
    record: z.object({ no: z.string(), at: z.string(), byName: z.string() }).nullable(),
    versions: z.array(
      z.object({
        no: z.number(),
        hash: z.string(),
        submittedByName: z.string(),
        submittedAt: z.string(),
        opinions: z.array(opinion),
      }),
    ),
    /** The version asked for, or the newest, with its content. */
    shown: z.object({ no: z.number(), hash: z.string(), content: z.record(z.string(), z.unknown()) }).nullable(),
    /** Against the version before; null for the first. Sections without a change are named beside it. */
    changes: z.array(change).nullable(),
    unchangedSections: z.array(z.string()),
    reopenings: z.array(
      z.object({ at: z.string(), byName: z.string(), reason: z.string(), sections: z.array(z.string()) }),
    ),
    /** What may be opened again: everything, or, once something later builds on it, its text. */
    reopenable: z.array(z.string()),
    /** Whether a draft can be made anew from the facts. */
    isDrafted: z.boolean(),
    actions: z.array(ability),
  }),
})

export const saveFilingSection = route({
  method: 'PUT',
  path: '/api/filings/:filingId/sections/:section',
  permission: 'filing.edit',
  summary: { zh: '保存材料的一个部分', en: 'Save one section of a filing' },
  params: onFiling.extend({ section: z.string().max(40) }),
  body: z.strictObject({ revision: z.int().min(0), content: z.unknown() }),
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

export const submitFiling = route({
  method: 'POST',
  path: '/api/filings/:filingId/submission',
  permission: 'filing.submit',
  summary: { zh: '报送', en: 'Submit a filing' },
  params: onFiling,
  reply: z.object({ no: z.number(), hash: z.string() }),
})

export const withdrawFiling = route({
  method: 'DELETE',
  path: '/api/filings/:filingId/submission',
  permission: 'filing.submit',
  summary: { zh: '撤回', en: 'Take a filing back' },
  params: onFiling,
  reply: z.object({}),
})

export const giveFilingOpinion = route({
  method: 'POST',
  path: '/api/filings/:filingId/verdicts',
  permission: 'filing.give-opinion',
  summary: { zh: '对材料出具审核意见', en: 'Give an opinion on a filing' },
  params: onFiling,
  body: z.strictObject({
    verdict: z.enum(['approve', 'return']),
    /** The version that was read; an opinion on another one is stale. */
    versionNo: z.int().min(1),
    marks: z.array(mark).max(20),
  }),
  reply: z.object({ state }),
})

export const recordFiling = route({
  method: 'POST',
  path: '/api/filings/:filingId/record',
  permission: 'filing.record',
  summary: { zh: '备案', en: 'Take a filing on record' },
  params: onFiling,
  body: z.strictObject({ versionNo: z.int().min(1), recordNo: z.string().trim().min(1).max(40) }),
  reply: z.object({ state }),
})

export const reopenFiling = route({
  method: 'POST',
  path: '/api/filings/:filingId/reopening',
  permission: 'filing.reopen',
  summary: { zh: '重新开放', en: 'Open a filing again' },
  params: onFiling,
  body: z.strictObject({ sections: z.array(z.string().max(40)).max(20), reason: z.string().max(1000) }),
  reply: z.object({ state }),
})
