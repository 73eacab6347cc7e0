import { useState } from 'react'
import { cadenceWords } from '../../../policy/cadence-words.ts'
import { isAccepted } from '../../../policy/returns.ts'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useMe } from '../../../ui/session.ts'
import { usePeriodText } from '../../../ui/Values.tsx'
import { recordTable } from '../../tables/contract.ts'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'

/** The province takes an accepted table on record, under a number; seen only by those whose post may. */
export function RecordReturn({ view }: { view: contract.ReturnView }) {
  const t = useWords(words)
  const c = useWords(cadenceWords[view.head.cadence])
  const periodText = usePeriodText()
  const { permissions } = useMe()
  const [asked, ask] = useState(false)
  const record = useCommand(recordTable, { onDone: () => ask(false) })
  const { filingId, head, actions, state } = view
  const action = actionNamed(actions, 'record')
  const owed = isAccepted(state) && view.recording === null && action?.allowed
  if (!owed || !permissions.includes('return.record')) return null
  return (
    <>
      <ActionButton type="primary" action={action} onClick={() => ask(true)}>
        {t.record}
      </ActionButton>
      <ConfirmDialog
        open={asked}
        title={t.recordTitle(periodText(head.period), c.return)}
        okText={t.record}
        reason="required"
        reasonLabel={t.recordNo}
        running={record.isPending}
        error={record.error}
        onConfirm={(recordNo) => record.mutate({ params: { filingId }, body: { recordNo } })}
        onCancel={() => {
          ask(false)
          record.reset()
        }}
      >
        <p className="soft">{t.recordNote}</p>
      </ConfirmDialog>
    </>
  )
}
