import { useState } from 'react'
import { cadenceWords } from '../../../policy/cadence-words.ts'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { call, useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Draft } from '../../../ui/use-autosave.ts'
import { usePeriodText } from '../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { Reasons } from './use-reasons.ts'

type SubmitReturnProps = { view: contract.ReturnView; draft: Draft<Reasons>; missing: number }

/** Submits what is typed: first saved, then read back with its revision, then frozen. */
export function SubmitReturn({ view, draft, missing }: SubmitReturnProps) {
  const t = useWords(words)
  const c = useWords(cadenceWords[view.head.cadence])
  const periodText = usePeriodText()
  const [asked, ask] = useState(false)
  const [saving, setSaving] = useState(false)
  const submit = useCommand(contract.submitReturn, { onDone: () => ask(false) })
  const { filingId, rows, head, timeliness, actions } = view
  const behind = rows.filter((row) => (row.gap ?? 0) < 0).length
  const corrected = rows.filter((row) => row.previous?.correction).length
  // What the server knows may be older than what is typed: a reason just written clears the way before it is saved.
  const ready = actionNamed(actions, missing === 0 ? 'submit-explained' : 'submit')
  const send = async () => {
    setSaving(true)
    try {
      await draft.flush()
      const { reasons } = await call(contract.showReturn, { params: { filingId } })
      submit.mutate({ params: { filingId }, body: { revision: reasons.revision } })
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <ActionButton type="primary" action={ready} onClick={() => ask(true)}>
        {t.submit}
      </ActionButton>
      <ConfirmDialog
        open={asked}
        title={t.submitTitle(periodText(head.period), c.return)}
        okText={t.submit}
        running={saving || submit.isPending}
        error={submit.error}
        onConfirm={() => void send()}
        onCancel={() => {
          ask(false)
          submit.reset()
        }}
      >
        <p>{t.summaryLine(rows.length, behind)}</p>
        {corrected > 0 ? <p>{t.corrections(corrected, c.earlierPeriods)}</p> : null}
        {timeliness.state === 'overdue' ? <p className="return-behind">{t.submitLate(timeliness.days)}</p> : null}
        <p className="soft">{t.submitNote(c.nextPeriod)}</p>
      </ConfirmDialog>
    </>
  )
}
