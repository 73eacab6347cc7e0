import { z } from 'zod'
import { trancheActions } from '../../../policy/money/tranche-states.ts'
import { signedActList } from '../../../policy/people/signed-acts.ts'
import { dayInput, proseInput, referenceInput } from '../../../shared/inputs.ts'
import { abilities, placed, placeInputs, route, sortInput } from '../../../shared/route.ts'
import { preparedAct, toSign, unsignedAct } from '../../programme/signing/contract.ts'
import { trancheNotice } from '../notices/contract.ts'
import { entryKinds, entryShape } from './entry-contract.ts'
import { judging, payee, payeeAccount, signedBy, source, trancheFilings, trancheReversal } from './tranche-contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const onPilot = z.strictObject({ pilotId: z.uuid() })
const onTranche = z.strictObject({ pilotId: z.uuid(), no: z.coerce.number().int().min(1).max(20) })
const who = z.object({ name: z.string(), at: z.string() }).nullable()
const bureau = z.enum(['economy', 'finance'])
export const trancheShape = z.object({
  no: z.number(),
  clause: z.string(),
  source: source,
  /** Percent of the award; null for the last one, which is the rest. */
  share: z.object({ min: z.number(), max: z.number() }).nullable(),
  state: z.enum(['waiting', 'recommended', 'released', 'received']),
  /** What may be released now, or what is missing and by which clause; afterwards what happened. */
  sentence: text,
  open: z.boolean(),
  /** Fen; what may be recommended now. */
  minFen: z.number(),
  maxFen: z.number(),
  /** Fen; null before the recommendation. */
  amountFen: z.number().nullable(),
  conditions: z.array(z.object({ condition: z.string(), text, met: z.boolean(), clause: z.string(), source: source })),
  warnings: z.array(z.object({ text, clause: z.string() })),
  /** What the county's own disbursement plan lays down for it (G4.1); null while none is on record. */
  planned: z.object({ amountFen: z.number(), plannedOn: z.string(), clause: z.string() }).nullable(),
  judging: judging.nullable(),
  notice: trancheNotice.nullable(),
  /** By which clause the provincial platform's number is told. */
  filingClause: z.string(),
  ...trancheFilings,
  recommendation: z.string(),
  recommended: signedBy,
  /** Recommendations that were taken back, newest first. */
  withdrawals: z.array(z.object({ amountFen: z.number(), recommendedAt: z.string(), reason: z.string(), by: who })),
  released: signedBy,
  /** Releases that were taken back, newest first. */
  reversals: z.array(trancheReversal),
  /** Day on the payment voucher. */
  paidOn: z.string().nullable(),
  voucherNo: z.string().nullable(),
  /** The account that it was paid to, once it is released; null where none was named then. */
  paidTo: payeeAccount.nullable(),
  voucherFile: z.object({ fileId: z.uuid(), name: z.string(), size: z.number() }).nullable(),
  received: who,
  receivedOn: z.string().nullable(),
  /** Acts that take two persons of the reader's own bureau; what waits there for a signature; what was prepared and not signed. */
  takesTwo: z.array(z.enum(signedActList)),
  prepared: z.array(preparedAct),
  unsigned: z.array(unsignedAct),
  actions: abilities(...trancheActions),
})
export type TrancheView = z.infer<typeof trancheShape>

export const fundLineShape = z.object({
  lineId: z.uuid(),
  serviceKind: z.string(),
  purpose: z.string(),
  quarter: z.string(),
  indicator: z.string(),
  /** Fen of provincial money: the line, and where it stands. Planned = available + committed + spent. */
  provincialFen: z.number(),
  availableFen: z.number(),
  committedFen: z.number(),
  spentFen: z.number(),
})
export type FundLineView = z.infer<typeof fundLineShape>

export const showFunds = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/funds',
  permission: 'funds.view',
  bySeat: true,
  summary: { zh: '试点资金', en: 'The money of a pilot' },
  params: onPilot,
  reply: z.object({
    pilotId: z.uuid(),
    parkName: z.string(),
    batchName: z.string(),
    payee,
    /** The version of the plan in force; null before it is approved. */
    plan: z.object({ no: z.number(), lockedAt: z.string() }).nullable(),
    /** Fen. Committed, disbursed and spent are three numbers and never mix. */
    money: z.object({
      awardFen: z.number(),
      /** Bound by contracts, paid or not. */
      committedFen: z.number(),
      /** Released by finance, arrived or not. */
      disbursedFen: z.number(),
      spentFen: z.number(),
      /** Where the award lies: not released and not deducted, on its way, in the park's account, approved for payment. */
      undisbursedFen: z.number(),
      /** By measures in force (G5.3): taken off the award; paid back; asked back and not paid yet. */
      ...{ deductedFen: z.number(), recoveredFen: z.number(), claimedFen: z.number() },
      inTransitFen: z.number(),
      cashFen: z.number(),
      payableFen: z.number(),
      /** What the fund lines still leave for contracts. */
      availableFen: z.number(),
      /** What money there is for contracts, once measures have lowered it. */
      coveredFen: z.number(),
    }),
    /** Share of the award planned, committed and spent on tailored services, percent of each sum; null before any. */
    tailored: z.object({
      plannedPercent: z.number().nullable(),
      committedPercent: z.number().nullable(),
      spentPercent: z.number().nullable(),
      minPercent: z.number(),
      clause: z.string(),
      source: source,
    }),
    tranches: z.array(trancheShape),
    lines: z.array(fundLineShape),
  }),
})

const entrySearch = {
  kind: z.enum(entryKinds).optional(),
  /** Entries that moved this fund line. */
  lineId: z.uuid().optional(),
}

export const listEntries = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/ledger',
  permission: 'funds.view',
  bySeat: true,
  summary: { zh: '专账分录', en: 'Ledger entries' },
  params: onPilot,
  search: z.strictObject({
    sort: sortInput('bookedOn', 'kind', 'amountFen', 'subject', 'memo', 'byName'),
    ...placeInputs(),
    ...entrySearch,
  }),
  reply: z.object({ entries: z.array(entryShape), total: z.number(), placed }),
})

/** More entries than this are not written into one workbook. */
export const mostExported = 20_000

export const exportEntries = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/ledger/export',
  permission: 'funds.view',
  bySeat: true,
  summary: { zh: '导出专账', en: 'Export the ledger' },
  params: onPilot,
  search: z.strictObject({ ...entrySearch, language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})

const done = z.object({ state: trancheShape.shape.state })
const doneOrPrepared = z.union([done, toSign])

export const recommendTranche = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/tranches/:no/recommendation',
  permission: 'tranche.recommend',
  summary: { zh: '提出拨付建议', en: 'Recommend a tranche' },
  params: onTranche,
  body: z.strictObject({ amountFen: z.int(), recommendation: proseInput(1000) }),
  reply: doneOrPrepared,
})

export const withdrawRecommendation = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/tranches/:no/withdrawal',
  permission: 'tranche.recommend',
  summary: { zh: '撤回拨付建议', en: 'Withdraw a recommendation' },
  params: onTranche,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: done,
})

export const releaseTranche = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/tranches/:no/release',
  permission: 'tranche.release',
  summary: { zh: '拨付一期资金', en: 'Release a tranche' },
  params: onTranche,
  body: z.strictObject({
    voucherNo: referenceInput(40),
    voucherFileId: z.uuid().nullable(),
    paidOn: dayInput(),
    /** The account that was shown; null or left out where none was named. Another one since is refused. */
    payeeAccountId: z.uuid().nullable().default(null),
  }),
  reply: doneOrPrepared,
})

export const judgeTranche = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/tranches/:no/judgments',
  permission: 'tranche.judge',
  summary: { zh: '判断服务是否实际开展', en: 'Judge whether services are really under way' },
  params: onTranche,
  body: z.strictObject({ underWay: z.boolean(), reason: proseInput(1000) }),
  reply: z.union([z.object({ bureau, underWay: z.boolean() }), toSign]),
})

export const confirmReceipt = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/tranches/:no/receipt',
  permission: 'tranche.confirm-receipt',
  summary: { zh: '确认到账', en: 'Confirm receipt of a tranche' },
  params: onTranche,
  body: z.strictObject({ receivedOn: dayInput() }),
  reply: done,
})

export const reverseEntry = route({
  method: 'POST',
  path: '/api/ledger/:entryId/reversal',
  permission: 'funds.reverse',
  summary: { zh: '冲正分录', en: 'Reverse a ledger entry' },
  params: z.strictObject({ entryId: z.uuid() }),
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: z.union([z.object({ entryId: z.uuid() }), toSign]),
})
