import { z } from 'zod'
import { filingStates } from '../../../policy/filings/filing.ts'
import { keyInput, named, proseInput, referenceInput } from '../../../shared/inputs.ts'
import { ability, route } from '../../../shared/route.ts'
import { toSign } from '../../programme/signing/contract.ts'
import { mark, verdict } from './opinion-contract.ts'

// What is done to a filing once it is written: submission, opinions, record, re-opening.

const text = z.object({ zh: z.string(), en: z.string() })
const onFiling = z.strictObject({ filingId: z.uuid() })
const state = z.enum(filingStates)
/** The version that was read; an act on another one is stale. */
const versionNo = z.int().min(1)
/** The prepared opinion that was read; a signature on another one is stale. */
const preparedId = z.uuid()

export const submitFiling = route({
  method: 'POST',
  path: '/api/filings/:filingId/submission',
  permission: 'filing.submit',
  summary: { zh: '报送', en: 'Submit a filing' },
  params: onFiling,
  body: z.strictObject({
    /** The revisions of the sections that were read, so that nothing is submitted that the submitter has not seen. */
    revisions: z.record(keyInput(40), z.int().min(0)).optional(),
    /** Asked for where what was returned is filed again unchanged. */
    reason: proseInput(1000).default(''),
  }),
  reply: z.object({ no: z.number(), hash: z.string() }),
})

export const withdrawFiling = route({
  method: 'DELETE',
  path: '/api/filings/:filingId/submission',
  permission: 'filing.submit',
  summary: { zh: '撤回', en: 'Take a submission back' },
  params: onFiling,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: z.object({}),
})

export const discardFiling = route({
  method: 'DELETE',
  path: '/api/filings/:filingId',
  permission: 'filing.submit',
  summary: { zh: '作废未报送的草稿', en: 'Discard a draft that was never filed' },
  params: onFiling,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: z.object({}),
})

const givenOpinion = z.object({
  state,
  /** It is prepared only, and waits for the signature of a second person. */ toSign: z.boolean(),
})

export const giveOpinion = route({
  method: 'POST',
  path: '/api/filings/:filingId/opinions',
  permission: 'filing.give-opinion',
  summary: { zh: '出具审核意见', en: 'Give an opinion on a filing' },
  params: onFiling,
  body: z.strictObject({
    verdict,
    versionNo,
    marks: named({ zh: '退回意见', en: 'What is sent back' }, z.array(mark).max(20)),
    /** What a judge may alter in this kind, e.g. the reduced figures of a table; see the kind's contract. */
    judgment: z.unknown().optional(),
  }),
  reply: givenOpinion,
})

export const signOpinion = route({
  method: 'POST',
  path: '/api/filings/:filingId/opinions/signature',
  permission: 'filing.give-opinion',
  summary: { zh: '签发审核意见', en: 'Sign a prepared opinion' },
  params: onFiling,
  body: z.strictObject({ versionNo, preparedId }),
  reply: givenOpinion,
})

export const discardOpinion = route({
  method: 'DELETE',
  path: '/api/filings/:filingId/opinions/prepared',
  permission: 'filing.give-opinion',
  summary: { zh: '撤下待签发的意见', en: 'Discard a prepared opinion' },
  params: onFiling,
  body: z.strictObject({ preparedId, reason: proseInput(1000) }),
  reply: z.object({}),
})

export const recordFiling = route({
  method: 'POST',
  path: '/api/filings/:filingId/record',
  permission: 'filing.record',
  summary: { zh: '备案', en: 'Record a filing' },
  params: onFiling,
  body: z.strictObject({ versionNo, recordNo: referenceInput(40, 1) }),
  reply: z.union([z.object({ state }), toSign]),
})

export const reopenFiling = route({
  method: 'POST',
  path: '/api/filings/:filingId/reopening',
  permission: 'filing.reopen',
  summary: { zh: '重新开放', en: 'Open a filing again' },
  params: onFiling,
  body: z.strictObject({
    sections: named({ zh: '重新开放的部分', en: 'Sections opened again' }, z.array(keyInput(40)).max(20)),
    reason: proseInput(1000),
  }),
  reply: z.object({ state }),
})

const signing = z.object({
  bureau: z.enum(['economy', 'finance']),
  required: z.boolean(),
  since: z.string().nullable(),
  setByName: z.string().nullable(),
})
/** How it was set before and last, newest first. */
const set = z.object({
  bureau: z.enum(['economy', 'finance']),
  required: z.boolean(),
  at: z.string(),
  byName: z.string(),
  reason: z.string(),
})

const asked = z.object({
  name: text,
  /** By which two bureaus decide, each by its own people. */
  bureausClause: z.string(),
  /** What it has prepared by one person and signed by the leader; nothing where it leaves that to the bureaus. */
  asks: z.array(z.object({ act: text, seats: text, clause: z.string() })),
})

/** Whether what the bureaus of the reader's own unit decide takes two persons, bureau by bureau, and what each edition asks for. */
export const showSigning = route({
  method: 'GET',
  path: '/api/signing',
  permission: 'signing.view',
  summary: { zh: '签发要求', en: 'Whether acts take a second person' },
  reply: z.object({ bureaus: z.array(signing), editions: z.array(asked), history: z.array(set), change: ability }),
})

/** A bureau may be stricter than its edition: its leader decides for all that it decides from now on. */
export const requireSigning = route({
  method: 'PUT',
  path: '/api/signing',
  permission: 'signing.require',
  summary: { zh: '设定本部门事项须负责人签发', en: 'Have acts of the bureau signed by the leader' },
  body: z.strictObject({
    required: z.boolean(),
    /** Needed to turn it off. */
    reason: proseInput(1000).default(''),
  }),
  reply: z.object({ required: z.boolean() }),
})
