import { type DecisionState, decisionStateNames } from '../../../../policy/oversight/consultations.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { DueDate, InstantText, StatusTag, type Tone } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { useAsking } from './use-asking.tsx'

const tones: Readonly<Record<DecisionState, Tone>> = { open: 'active', done: 'good', cancelled: 'neutral' }

/** What was decided, who has to do it by when, and what came of it. */
export function Decisions({ decisions, today }: { decisions: contract.DecisionView[]; today: string }) {
  const t = useWords(words)
  const say = useText()
  const completing = useAsking(contract.completeDecision)
  const cancelling = useAsking(contract.cancelDecision)
  const columns: Column<contract.DecisionView>[] = [
    {
      key: 'what',
      title: t.what,
      fixed: true,
      width: 300,
      sort: ({ no }) => no,
      show: ({ no, what }) => `${no}. ${what}`,
    },
    {
      key: 'unitName',
      title: t.responsible,
      width: 220,
      show: ({ unitName, post }) => (
        <>
          {unitName}
          <div className="soft">{say(post)}</div>
        </>
      ),
    },
    {
      key: 'dueOn',
      title: t.dueOn,
      width: 170,
      show: ({ dueOn, state, lateDays }) => (
        <>
          {state === 'open' ? <DueDate day={dueOn} today={today} /> : <span className="number">{dueOn}</span>}
          {lateDays > 0 ? (
            <div>
              <StatusTag tone="bad">{t.doneLate(lateDays)}</StatusTag>
            </div>
          ) : null}
        </>
      ),
    },
    { key: 'state', title: t.state, width: 260, show: (decision) => <Outcome decision={decision} /> },
    {
      key: 'acts',
      title: '',
      card: 'bare',
      width: 170,
      show: ({ decisionId, no, actions }) => {
        const complete = abilityFor(actions, 'complete')
        const cancel = abilityFor(actions, 'cancel')
        return (
          <span className="consultation-acts">
            {complete?.allowed ? (
              <ActionButton
                type="primary"
                action={complete}
                onClick={() =>
                  completing.ask({
                    key: `decision/${decisionId}/complete`,
                    title: t.completeTitle(no),
                    label: t.completeNote,
                    note: t.closesNote,
                    okText: t.complete,
                    send: (note) => ({ params: { decisionId }, body: { note } }),
                  })
                }
              >
                {t.complete}
              </ActionButton>
            ) : null}
            {cancel?.allowed ? (
              <ActionButton
                action={cancel}
                onClick={() =>
                  cancelling.ask({
                    key: `decision/${decisionId}/cancel`,
                    title: t.cancelTitle(no),
                    label: t.cancelNote,
                    note: t.closesNote,
                    okText: t.cancel,
                    danger: true,
                    send: (note) => ({ params: { decisionId }, body: { note } }),
                  })
                }
              >
                {t.cancel}
              </ActionButton>
            ) : null}
          </span>
        )
      },
    },
  ]
  return (
    <>
      <DataTable
        label={t.decisions}
        columns={columns}
        rows={decisions}
        rowKey={(row) => row.decisionId}
        empty={t.noDecisions}
      />
      {completing.dialog}
      {cancelling.dialog}
    </>
  )
}

function Outcome({ decision: { state, note, closedByName, closedAt } }: { decision: contract.DecisionView }) {
  const say = useText()
  return (
    <>
      <StatusTag tone={tones[state]}>{say(decisionStateNames[state])}</StatusTag>
      {note === '' ? null : <div className="consultation-text">{note}</div>}
      {closedAt ? (
        <div className="soft">
          {closedByName} <InstantText at={closedAt} />
        </div>
      ) : null}
    </>
  )
}
