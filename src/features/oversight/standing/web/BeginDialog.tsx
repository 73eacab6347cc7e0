import { App } from 'antd'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useGo, useUrl } from '../../../../ui/url.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type BeginDialogProps = { parkId: string; title: string; offer: string; open: boolean }

/** Asks before a park begins standing service, and leads to it. */
export function BeginDialog({ parkId, title, offer, open }: BeginDialogProps) {
  const t = useWords(words)
  const go = useGo()
  const { message } = App.useApp()
  const { setSearch } = useUrl()
  const begin = useCommand(contract.openStanding, {
    onDone: ({ pilotId }) => {
      void message.success(t.opened)
      go(`/pilots/${pilotId}`)
    },
  })
  return (
    <ConfirmDialog
      open={open}
      title={title}
      okText={t.open}
      running={begin.isPending}
      error={begin.error}
      onConfirm={() => begin.mutate({ params: { parkId } })}
      onCancel={() => setSearch({ act: null, park: null })}
    >
      <p>{offer}</p>
      <p>{t.outside}</p>
    </ConfirmDialog>
  )
}
