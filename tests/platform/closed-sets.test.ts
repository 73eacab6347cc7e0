import { expect, inject, test } from 'vitest'
import { findingKinds } from '../../src/features/delivery/evidence/contract.ts'
import { answerLink } from '../../src/features/delivery/services/confirmation-contract.ts'
import { recordVisit } from '../../src/features/delivery/services/visit-contract.ts'
import { announceRestDays } from '../../src/features/oversight/rest-days/contract.ts'
import type { FileState } from '../../src/platform/files/store.ts'
import { restDayKindNames } from '../../src/policy/calendar/rest-days.ts'
import type { ObligationId } from '../../src/policy/editions/edition-rules.ts'
import type { EvaluationObligation } from '../../src/policy/editions/evaluation-rules.ts'
import { gradeList } from '../../src/policy/editions/rule-terms.ts'
import type { GivenColumn } from '../../src/policy/evaluation/columns.ts'
import { evaluationStates } from '../../src/policy/evaluation/course.ts'
import { declarationList } from '../../src/policy/evaluation/experts.ts'
import { rectificationStateList } from '../../src/policy/evaluation/rectification.ts'
import { checkVerdictList } from '../../src/policy/evaluation/site-checks.ts'
import type { FilingState, Verdict } from '../../src/policy/filings/filing.ts'
import { filingKinds } from '../../src/policy/filings/filing-kinds.ts'
import type { LiaisonOfficer } from '../../src/policy/filings/liaison.ts'
import { paperKinds } from '../../src/policy/filings/paper-kinds.ts'
import { accountKinds, entryNames } from '../../src/policy/money/ledger.ts'
import { measureGroundList, measureKindList } from '../../src/policy/money/measure-grounds.ts'
import { measureLevelList, measureStateList } from '../../src/policy/money/measures.ts'
import type { Notice } from '../../src/policy/money/notices.ts'
import { paymentStates } from '../../src/policy/money/payment.ts'
import { reversalKinds } from '../../src/policy/money/payment-reversal.ts'
import type { TrancheState } from '../../src/policy/money/tranche-states.ts'
import { voidKinds } from '../../src/policy/money/voiding.ts'
import { closeOutStateList } from '../../src/policy/oversight/close-out.ts'
import { consultationWays, type DecisionState } from '../../src/policy/oversight/consultations.ts'
import { reportChannelList, reportKinds, reportRecipientList } from '../../src/policy/oversight/incident-report.ts'
import { incidentGradeList, incidentKindList, incidentStateList } from '../../src/policy/oversight/incidents.ts'
import { samplingMethods } from '../../src/policy/oversight/sampling.ts'
import { sampledHowList, samplingStateList } from '../../src/policy/oversight/sampling-plans.ts'
import { accountActList } from '../../src/policy/people/account-requests.ts'
import { bureauNames, postList, seats, type UnitKind } from '../../src/policy/people/roles.ts'
import { preparedEndNames, signedActList } from '../../src/policy/people/signed-acts.ts'
import { matterKinds } from '../../src/policy/plan/matter.ts'
import type { AgencyKind } from '../../src/policy/plan/plan.ts'
import { proofKinds } from '../../src/policy/records/proofs.ts'
import { recordKinds } from '../../src/policy/records/records.ts'
import { registerKindList, registerSortList } from '../../src/policy/records/register.ts'
import { serviceKindList } from '../../src/policy/records/service-kinds.ts'
import { contactChannelList } from '../../src/policy/services/contact.ts'
import { correctableSteps } from '../../src/policy/services/day-correction.ts'
import type { EnterpriseClass } from '../../src/policy/services/diagnosis.ts'
import { industryList } from '../../src/policy/services/enterprise-size.ts'
import { practiceSortList, practiceStateList } from '../../src/policy/services/practice.ts'
import { serviceStates } from '../../src/policy/services/service.ts'
import { closedSets } from '../../tools/closed-sets.ts'
import { schemaDatabase } from '../support/template.ts'

/** The words of a type that the policy has no list of: the compiler refuses one too few or too many. */
const words = <Word extends string>(all: Record<Word, true>): string[] => Object.keys(all)
const keys = (of: object): string[] => Object.keys(of)

const bureaus = keys(bureauNames)
const levels = [...new Set(seats.map((seat) => seat.replace(/-.*/, '')))]
const verdicts = words<Verdict>({ approve: true, return: true })

const obligations = words<ObligationId>({
  'liaison-list': true,
  plan: true,
  'disbursement-plan': true,
  'target-table': true,
  'half-year-summary': true,
  'major-matter': true,
  'mid-term-evaluation': true,
  'final-evaluation': true,
})

/** By table and column. */
const ofThePolicy: Readonly<Record<string, readonly string[]>> = {
  'account_requests.act': accountActList,
  'accounts.bureau': bureaus,
  'accounts.post': postList,
  'activities.service_kind': serviceKindList,
  'calendar_moves.kind': [...obligations, 'notice'],
  'calendar_moves.what': announceRestDays.reply.shape.moves.element.shape.what.options,
  'close_outs.state': closeOutStateList,
  'confirmation_links.channel': [...contactChannelList, 'slip'],
  'enterprise_contacts.channel': contactChannelList,
  'confirmations.verdict': answerLink.reply.shape.verdict.options,
  'consultation_decisions.post': postList,
  'consultation_decisions.state': words<DecisionState>({ open: true, done: true, cancelled: true }),
  'consultations.way': keys(consultationWays),
  'diagnoses.class': words<EnterpriseClass>({ 'early-stage': true, 'srdi-direction': true }),
  'diagnoses.recommended': serviceKindList,
  'evidence.proof': proofKinds,
  'file_checks.state': words<FileState>({ intact: true, changed: true, missing: true }),
  'filing_exceptions.kind': obligations,
  'filing_opinions.bureau': bureaus,
  'filing_opinions.level': levels,
  'filing_opinions.verdict': verdicts,
  'filings.kind': keys(filingKinds),
  'filings.state': words<FilingState>({ draft: true, submitted: true, returned: true, approved: true, recorded: true }),
  'findings.kind': findingKinds,
  'fund_lines.service_kind': serviceKindList,
  'invoice_voids.kind': voidKinds,
  'invoices.standing': ['stands', ...voidKinds],
  'incident_reports.channel': reportChannelList,
  'incident_reports.grade': incidentGradeList,
  'incident_reports.kind': keys(reportKinds),
  'incident_reports.recipient': reportRecipientList,
  'incidents.grade': incidentGradeList,
  'incidents.kind': incidentKindList,
  'incidents.proposed_grade': incidentGradeList,
  'incidents.state': incidentStateList,
  'issued_papers.kind': keys(paperKinds),
  'ledger_accounts.kind': keys(accountKinds),
  'ledger_entries.kind': keys(entryNames),
  'liaison_officers.seat': words<Exclude<LiaisonOfficer['seat'], ''>>({ A: true, B: true }),
  'liaison_officers.unit_kind': words<Exclude<LiaisonOfficer['unitKind'], ''>>({
    economy: true,
    finance: true,
    park: true,
  }),
  'matters.kind': keys(matterKinds),
  'notice_answer_corrections.bureau': bureaus,
  'notice_answers.bureau': bureaus,
  'measures.ground': measureGroundList,
  'measures.kind': measureKindList,
  'measures.level': measureLevelList,
  'measures.state': measureStateList,
  'notices.ended': words<NonNullable<Notice['ended']>>({ withdrawn: true, lapsed: true }),
  'partner_agencies.kind': words<AgencyKind>({ professional: true, association: true, volunteer: true, mentor: true }),
  'partner_agencies.service_kinds': serviceKindList,
  'payment_reversals.kind': reversalKinds,
  'payments.state': paymentStates,
  'sampling_approvals.bureau': bureaus,
  'sampling_frame_rows.service_kind': serviceKindList,
  'sampling_items.how': sampledHowList,
  'sampling_plans.method': keys(samplingMethods),
  'sampling_plans.state': samplingStateList,
  'sampling_plans.states': serviceStates,
  'pilot_enterprises.industry': industryList,
  'prepared_acts.act': signedActList,
  'prepared_acts.bureau': bureaus,
  'evaluation_check_findings.verdict': checkVerdictList,
  'evaluation_objections.verdict': ['kept', 'changed'],
  'evaluation_opinions.bureau': bureaus,
  'evaluation_opinions.grade': [...gradeList],
  'evaluation_publications.ended': words<NonNullable<Notice['ended']>>({ withdrawn: true, lapsed: true }),
  'evaluation_publications.kind': words<EvaluationObligation>({
    'mid-term-evaluation': true,
    'final-evaluation': true,
  }),
  'evaluation_results.grade': [...gradeList],
  'evaluation_results.kind': words<EvaluationObligation>({ 'mid-term-evaluation': true, 'final-evaluation': true }),
  'evaluation_scores.given_in': words<GivenColumn>({ self: true, expert: true, final: true }),
  'evaluation_seats.declared': declarationList,
  'evaluations.kind': words<EvaluationObligation>({ 'mid-term-evaluation': true, 'final-evaluation': true }),
  'evaluations.state': evaluationStates,
  'practices.sort': practiceSortList,
  'practices.state': practiceStateList,
  'prepared_acts.ended': keys(preparedEndNames),
  'prepared_acts.level': levels,
  'prepared_opinions.bureau': bureaus,
  'prepared_opinions.level': levels,
  'prepared_opinions.verdict': verdicts,
  'products.service_kind': serviceKindList,
  'rectifications.state': rectificationStateList,
  'register_entries.kind': registerKindList,
  'register_entries.sort': registerSortList,
  'rest_days.kind': keys(restDayKindNames),
  'return_facts.record_kind': recordKinds,
  'return_lifts.bureau': bureaus,
  'return_lifts.level': levels,
  'return_reductions.bureau': bureaus,
  'return_reductions.level': levels,
  'seat_signings.bureau': bureaus,
  'sent_back_opinions.bureau': bureaus,
  'sent_back_opinions.level': levels,
  'sent_back_opinions.verdict': verdicts,
  'service_counts.service_kind': serviceKindList,
  'service_counts.state': serviceStates,
  'service_day_corrections.step': correctableSteps,
  'services.service_kind': serviceKindList,
  'services.state': serviceStates,
  'tranche_judgments.bureau': bureaus,
  'tranches.state': words<TrancheState>({ waiting: true, recommended: true, released: true, received: true }),
  'units.kind': words<UnitKind>({
    province: true,
    city: true,
    county: true,
    zone: true,
    park: true,
    enterprise: true,
  }),
  'visits.way': recordVisit.body.shape.way.options,
}

test('every closed set of words in the database is the one of the policy', async () => {
  const sets = await closedSets({ ...inject('postgres'), database: schemaDatabase })
  const found = Object.fromEntries(sets.map((set) => [`${set.table}.${set.column}`, [...set.words].sort()]))
  expect(found).toEqual(Object.fromEntries(Object.entries(ofThePolicy).map(([column, of]) => [column, [...of].sort()])))
})
