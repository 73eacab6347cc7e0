import { query } from '../../../platform/command.ts'
import { amendConsultation } from './amend-consultation.ts'
import { cancelDecision, completeDecision } from './close-decision.ts'
import * as contract from './contract.ts'
import { minutesWord } from './minutes-paper.ts'
import { recordConsultation } from './record-consultation.ts'
import { choicesView, listConsultationsView, showConsultationView } from './views.ts'

export const consultationRoutes = [
  recordConsultation,
  amendConsultation,
  completeDecision,
  cancelDecision,
  minutesWord,
  query(contract.listConsultations, ({ search }, { tx, actor, now }) => listConsultationsView(tx, search, actor, now)),
  query(contract.consultationChoices, ({ search }, { tx, actor }) => choicesView(tx, search.batchId, actor)),
  query(contract.showConsultation, ({ params }, { tx, actor, now }) =>
    showConsultationView(tx, params.consultationId, actor, now),
  ),
]
