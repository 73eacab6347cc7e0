import { App } from 'antd'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand, useView } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useGo, useUrl } from '../../../../ui/url.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

/** On the page of a closed pilot: the way to the standing service of its park, or its beginning. */
export function StandingService({ parkId }: { parkId: string }) {
  const t = useWords(words)
  const go = useGo()
  const { message } = App.useApp()
  const { search, setSearch } = useUrl()
  const params = { parkId }
  const view = useView(contract.showStanding, { params })
  const open = useCommand(contract.openStanding, {
    onDone: ({ pilotId }) => {
      void message.success(t.opened)
      go(`/pilots/${pilotId}`)
    },
  })
  if (!view.data) return null
  const { pilotId, actions } = view.data
  const ability = abilityFor(actions, 'open')
  if (pilotId)
    return (
      <Section title={t.title} note={t.outside}>
        <AppLink to={`/pilots/${pilotId}`}>{t.goTo}</AppLink>
      </Section>
    )
  return (
    <Section
      title={t.title}
      note={t.offer}
      actions={
        <ActionButton action={ability} onClick={() => setSearch({ act: 'standing' }, { replace: false })}>
          {t.open}
        </ActionButton>
      }
    >
      <ConfirmDialog
        open={search.act === 'standing' && ability?.allowed === true}
        title={t.open}
        okText={t.open}
        running={open.isPending}
        error={open.error}
        onConfirm={() => open.mutate({ params })}
        onCancel={() => setSearch({ act: null })}
      >
        <p>{t.offer}</p>
        <p>{t.outside}</p>
      </ConfirmDialog>
    </Section>
  )
}
