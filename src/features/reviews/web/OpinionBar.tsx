import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { type PlanSection, planSectionNames, planSections } from '../../../policy/plan.ts'
import { bureauNames } from '../../../policy/roles.ts'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useMe } from '../../../ui/session.ts'
import { useUrl } from '../../../ui/url.ts'
import type { PilotView } from '../../pilots/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { ReviewView } from './review-view.ts'
import type { Marks } from './use-marks.ts'

type Props = { review: ReviewView; versionNo: number; newest: boolean; marks: Marks; pilot: PilotView }

/** Approve, or return what is marked: on the version that was read. */
export function OpinionBar({ review, versionNo, newest, marks, pilot }: Props) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const { setSearch } = useUrl()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<'approve' | 'return' | null>(null)
  const give = useCommand(contract.giveOpinion, {
    onDone: ({ state }) => {
      setAsking(null)
      marks.clear()
      void message.success(
        state === 'approved' ? t.doneApproved : state === 'returned' ? t.doneReturned : t.doneWaiting,
      )
    },
  })
  const action = actionNamed(review.actions, 'give-opinion')
  if (!me.permissions.includes('filing.give-opinion')) return null
  if (!newest) {
    return (
      <div className="action-bar">
        <span className="autosave">{t.oldVersion}</span>
        <Button type="primary" onClick={() => setSearch({ version: null })}>
          {t.toNewest}
        </Button>
      </div>
    )
  }
  const marked = planSections.filter((section) => section in marks.reasons)
  const unexplained = marked.filter((section) => !marks.reasons[section]?.trim())
  const bureau = me.bureau ? say(bureauNames[me.bureau]) : ''
  const others = review.waitingFor.filter((one) => one !== me.bureau)

  const ask = (verdict: 'approve' | 'return') => {
    give.reset()
    setAsking(verdict)
  }
  const confirm = () => {
    if (!asking || (asking === 'return' && (marked.length === 0 || unexplained.length > 0))) return
    const sent =
      asking === 'return' ? marked.map((section) => ({ section, reason: marks.reasons[section]?.trim() ?? '' })) : []
    give.mutate({ params: { filingId: review.filingId }, body: { verdict: asking, versionNo, marks: sent } })
  }

  return (
    <>
      {give.error?.status === 409 ? (
        <Superseded
          onRead={() => {
            setAsking(null)
            give.reset()
          }}
        />
      ) : null}
      <div className="action-bar">
        <span className="autosave">
          {action?.allowed ? (marked.length > 0 ? t.markedCount(marked.length) : t.markHint(bureau)) : ''}
        </span>
        <ActionButton danger action={action} onClick={() => ask('return')}>
          {marked.length > 0 ? t.returnMarked(marked.length) : t.returnPlan}
        </ActionButton>
        <ActionButton type="primary" action={action} onClick={() => ask('approve')}>
          {t.approve}
        </ActionButton>
      </div>
      <ConfirmDialog
        open={asking !== null}
        title={asking === 'approve' ? t.approveTitle(bureau, versionNo) : t.returnTitle(bureau, versionNo)}
        okText={asking === 'approve' ? t.approve : t.returnPlan}
        danger={asking === 'return'}
        running={give.isPending}
        error={give.error}
        onConfirm={confirm}
        onCancel={() => setAsking(null)}
      >
        {asking === 'approve' ? (
          <>
            <p>
              {others.length > 0
                ? t.approveText(pilot.parkName, others.map((one) => say(bureauNames[one])).join('、'))
                : t.approveLastText(pilot.parkName)}
            </p>
            {marked.length > 0 ? <Alert type="warning" showIcon title={t.marksDropped(marked.length)} /> : null}
          </>
        ) : (
          <ReturnSummary marks={marks} marked={marked} />
        )}
      </ConfirmDialog>
    </>
  )
}

function ReturnSummary({ marks, marked }: { marks: Marks; marked: readonly PlanSection[] }) {
  const t = useWords(words)
  const say = useText()
  if (marked.length === 0) {
    return (
      <p role="alert" className="field-error">
        {t.markFirst}
      </p>
    )
  }
  return (
    <>
      <p>{t.returnText}</p>
      <ul className="review-summary">
        {marked.map((section) => (
          <li key={section}>
            <strong>{say(planSectionNames[section])}</strong>
            {marks.reasons[section]?.trim() ? (
              <div className="review-reason">{marks.reasons[section]}</div>
            ) : (
              <div role="alert" className="field-error">
                {t.reasonMissing}
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The park submitted again meanwhile: the opinion was not written, the reasons stand. */
function Superseded({ onRead }: { onRead: () => void }) {
  const t = useWords(words)
  const queries = useQueryClient()
  const { setSearch } = useUrl()
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t.superseded}
      action={
        <Button
          size="small"
          onClick={() => {
            onRead()
            setSearch({ version: null })
            void queries.invalidateQueries({ queryKey: ['view'] })
          }}
        >
          {t.toNewest}
        </Button>
      }
    />
  )
}
