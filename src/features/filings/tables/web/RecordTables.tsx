import { useState } from 'react'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { usePeriodText } from '../../../../ui/Values.tsx'
import { useTwoPersons } from '../../../programme/signing/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

/** The province records a county's tables together; seen only by those whose post may. */
export function RecordTables({ table }: { table: contract.MergedTable }) {
  const t = useWords(words)
  const periodText = usePeriodText()
  const { permissions } = useMe()
  const [asked, ask] = useState(false)
  const { batchId, period, countyId, unitName, parks, actions, takesTwo } = table
  const two = useTwoPersons(takesTwo, t.record)
  const recordNo = useReason(`tables/${batchId}/${period}/${countyId}/record`)
  const record = useCommand(contract.recordTables, { onDone: recordNo.sent(() => ask(false)) })
  const action = abilityFor(actions, 'record')
  if (countyId === null || !action || !permissions.includes('filing.record')) return null
  const waiting = parks.filter((park) => park.state === 'approved').length
  return (
    <>
      <ActionButton type="primary" action={action} onClick={() => ask(true)}>
        {two.name}
      </ActionButton>
      <ConfirmDialog
        open={asked}
        title={t.recordTitle(unitName, periodText(period))}
        okText={two.okText}
        reason={recordNo}
        reasonLabel={t.recordNo}
        isNoReason
        running={record.isPending}
        error={record.error}
        onConfirm={(no) => record.mutate({ body: { batchId, period, countyId, recordNo: no } })}
        onCancel={() => {
          ask(false)
          record.reset()
        }}
      >
        {two.note ?? <p className="soft">{t.recordNote(waiting)}</p>}
      </ConfirmDialog>
    </>
  )
}
