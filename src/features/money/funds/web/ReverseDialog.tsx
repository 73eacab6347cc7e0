import { App } from 'antd'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { useTwoPersons } from '../../../programme/signing/web/public.ts'
import * as contract from '../contract.ts'
import type { EntryView } from '../entry-contract.ts'
import { words } from '../words.ts'

/** Asks why an entry is reversed; which one stands in the address (`?reverse=<entry>`). */
export function ReverseDialog({ entries, byTwo }: { entries: readonly EntryView[]; byTwo: boolean }) {
  const t = useWords(words)
  const say = useText()
  const { search, setSearch } = useUrl()
  const { message } = App.useApp()
  const close = () => setSearch({ reverse: null })
  const reason = useReason(`entry/${search.reverse ?? ''}/reverse`)
  const entry = entries.find(({ entryId }) => entryId === search.reverse)
  const two = useTwoPersons(byTwo && entry?.kind === 'release', t.reverse)
  const reverse = useCommand(contract.reverseEntry, {
    onDone: reason.sent(() => {
      void message.success(two.said ?? t.done)
      close()
    }),
  })
  if (!entry || !abilityFor(entry.actions, 'reverse')?.allowed) return null
  return (
    <ConfirmDialog
      open
      title={t.reverseTitle(say(entry.name))}
      okText={two.okText}
      danger
      reason={reason}
      running={reverse.isPending}
      error={reverse.error}
      onConfirm={(reason) => reverse.mutate({ params: { entryId: entry.entryId }, body: { reason } })}
      onCancel={close}
    >
      {two.note}
      <p>{t.reverseBody}</p>
    </ConfirmDialog>
  )
}
