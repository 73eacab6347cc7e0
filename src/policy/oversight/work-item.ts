import type { Text } from '../../shared/words.ts'
import type { FilingWorkItem } from '../filings/filing-tasks.ts'
import type { Clause } from '../guide/clauses.ts'
import type { PaymentState } from '../money/payment.ts'
import type { TrancheState } from '../money/tranche-states.ts'
import type { Bureau, Post } from '../people/roles.ts'
import type { SignedAct } from '../people/signed-acts.ts'
import type { ServiceState } from '../services/service.ts'
import type { BureauAct } from './bureau-acts.ts'
import type { DecisionState } from './consultations.ts'
import type { IncidentState } from './incidents.ts'
import type { MeasureItem } from './measure-tasks.ts'

/** Something that can wait for somebody. `gateOpen`: the tranche may be released. */
export type WorkItem =
  | FilingWorkItem
  | {
      readonly subject: 'tranche'
      readonly state: TrancheState
      readonly gateOpen: boolean
      /** Something holds the payment back: a notice that runs, an objection. */
      readonly held?: boolean
      /** Bureaus whose judgment is all that the gate still lacks. */
      readonly toJudge?: readonly Bureau[]
      readonly noticeDue?: boolean
      /** What a bureau has prepared for its second person to sign: it is not asked for again. */
      readonly prepared?: readonly BureauAct[]
      /** What of it takes two persons of a bureau. */
      readonly byTwo?: readonly BureauAct[]
      /** By which the pilot's edition pays it, and announces it. */
      readonly clause: Clause
      readonly noticeClause: Clause
    }
  /** An act that was prepared; `post`: who signs it, `clause`: by which it is done. */
  | {
      readonly subject: 'signature'
      readonly state: 'prepared'
      readonly act: SignedAct
      readonly post: Post
      readonly clause: Clause
    }
  | { readonly subject: 'objection'; readonly state: 'open' | 'answered'; readonly clause: Clause }
  | { readonly subject: 'disbursement'; readonly state: 'unfiled' | 'filed'; readonly clause: Clause }
  | {
      readonly subject: 'service'
      readonly state: ServiceState
      readonly owed: boolean
      readonly payment: PaymentState | null
    }
  | { readonly subject: 'payment'; readonly state: PaymentState }
  /** A decision of a consultation; `post`: who is responsible. */
  | { readonly subject: 'decision'; readonly state: DecisionState; readonly post: Post }
  | { readonly subject: 'practice'; readonly state: 'submitted' | 'adopted' | 'returned' }
  /** An evaluation as far as it waits for somebody; `posts`: who holds it, by its edition, or whose opinion is missing. */
  | {
      readonly subject: 'evaluation'
      readonly state: EvaluationWait
      readonly posts: readonly Post[]
      readonly clause: Clause
    }
  | MeasureItem
  | { readonly subject: 'enterprise'; readonly state: 'undiagnosed' | 'diagnosed' }
  /** A security incident; `owed`: somebody has not had the first report. */
  | { readonly subject: 'incident'; readonly state: IncidentState; readonly owed: boolean }
  /** A sampling plan; `approved`: the bureaus that have approved it. */
  | { readonly subject: 'sampling'; readonly state: 'proposed' | 'approved'; readonly approved: readonly Bureau[] }
  /** What the system administrator has prepared about an account that two open. */
  | { readonly subject: 'account'; readonly state: 'prepared' }
  /** A pilot whose period and days of grace are over; `clause`: by which its edition closes it. */
  | { readonly subject: 'close-out'; readonly state: 'due' | 'proposed' | 'confirmed'; readonly clause: Clause }

/**
 * `seat`: an expert has not scored every item that a person judges; `opinion`: a bureau of the county is to be heard; `to-publish`: a
 * report is over and its results are not on display.
 */
export type EvaluationWait =
  | 'self'
  | 'scoring'
  | 'opinion'
  | 'seat'
  | 'told'
  | 'objected'
  | 'to-rectify'
  | 'rectified'
  | 'to-publish'

export type Subject = WorkItem['subject']

export const subjectNames: Readonly<Record<Subject, Text>> = {
  filing: { zh: '报送材料', en: 'Filings' },
  tranche: { zh: '资金拨付', en: 'Tranches' },
  signature: { zh: '待签发', en: 'Signatures' },
  objection: { zh: '公示异议', en: 'Objections' },
  disbursement: { zh: '拨付备案', en: 'Filing numbers' },
  measure: { zh: '处理措施', en: 'Measures' },
  decision: { zh: '议定事项', en: 'Decisions' },
  enterprise: { zh: '企业诊断', en: 'Diagnoses' },
  practice: { zh: '机制与经验文件', en: 'Lasting practice' },
  evaluation: { zh: '绩效评价', en: 'Evaluations' },
  service: { zh: '服务', en: 'Services' },
  payment: { zh: '付款', en: 'Payments' },
  'close-out': { zh: '试点结项', en: 'Close-outs' },
  sampling: { zh: '服务抽样', en: 'Samples of services' },
  incident: { zh: '安全事件', en: 'Security incidents' },
  account: { zh: '账号审批', en: 'Approval of accounts' },
}

export const subjects = Object.keys(subjectNames) as [Subject, ...Subject[]]
