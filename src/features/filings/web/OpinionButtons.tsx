import { App } from 'antd'
import { useState } from 'react'
import { seatNames } from '../../../policy/roles.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { actionIn, type FilingView, sectionsOf } from './filing-view.ts'
import type { Marks } from './use-marks.ts'

type Verdict = 'approve' | 'return'

/** Approve, or return what is marked: on the version that was read. */
export function OpinionButtons({ filing, marks }: { filing: FilingView; marks: Marks }) {
  const t = useWords(words)
  const { message } = App.useApp()
  const [asking, setAsking] = useState<Verdict | null>(null)
  const give = useCommand(contract.giveFilingOpinion, {
    onDone: () => {
      setAsking(null)
      marks.clear()
      void message.success(t.opinionGiven)
    },
  })
  const action = actionIn(filing, 'give-opinion')
  const versionNo = filing.shown?.no ?? 0
  const marked = sectionsOf(filing).filter(({ id }) => id in marks.reasons)
  const sound = marked.length > 0 && marked.every(({ id }) => marks.reasons[id]?.trim())
  const ask = (verdict: Verdict) => {
    give.reset()
    setAsking(verdict)
  }
  const confirm = () => {
    if (!asking || (asking === 'return' && !sound)) return
    const sent =
      asking === 'return' ? marked.map(({ id }) => ({ section: id, reason: marks.reasons[id]?.trim() ?? '' })) : []
    give.mutate({ params: { filingId: filing.filingId }, body: { verdict: asking, versionNo, marks: sent } })
  }
  return (
    <>
      <ActionButton danger action={action} onClick={() => ask('return')}>
        {t.returnIt}
      </ActionButton>
      <ActionButton type="primary" action={action} onClick={() => ask('approve')}>
        {t.approve}
      </ActionButton>
      <ConfirmDialog
        open={asking !== null}
        title={asking === 'return' ? t.returnTitle(versionNo) : t.approveTitle(versionNo)}
        okText={asking === 'return' ? t.returnIt : t.approve}
        danger={asking === 'return'}
        running={give.isPending}
        error={give.error}
        onConfirm={confirm}
        onCancel={() => setAsking(null)}
      >
        {asking === 'return' ? (
          <Returned marked={marked} reasons={marks.reasons} />
        ) : (
          <p>
            <WhatFollows filing={filing} />
          </p>
        )}
      </ConfirmDialog>
    </>
  )
}

function WhatFollows({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const say = useText()
  const { waitingFor, recorders, order } = filing
  // In turn the first is the reader; together all others are still asked.
  const others = order === 'in-turn' ? waitingFor.slice(1) : waitingFor
  if (others.length > 1 || (order === 'in-turn' && others.length > 0))
    return t.approveNext(others.map((seat) => say(seatNames[seat])).join('、'))
  return recorders ? t.approveRecord(say(recorders)) : t.approveEnd
}

function Returned({ marked, reasons }: { marked: ReturnType<typeof sectionsOf>; reasons: Marks['reasons'] }) {
  const t = useWords(words)
  const say = useText()
  if (marked.length === 0) {
    return (
      <p role="alert" className="field-error">
        {t.markHint}
      </p>
    )
  }
  return (
    <>
      <p>{t.returnText}</p>
      <ul className="filing-marks">
        {marked.map((section) => (
          <li key={section.id}>
            <strong>{say(section)}</strong>
            {reasons[section.id]?.trim() ? (
              <div className="filing-reason">{reasons[section.id]}</div>
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
