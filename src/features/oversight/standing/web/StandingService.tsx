import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { BeginDialog } from './BeginDialog.tsx'

/** On the page of a closed pilot: the way to the standing service of its park, or its beginning. */
export function StandingService({ parkId }: { parkId: string }) {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const view = useView(contract.showStanding, { params: { parkId } })
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
      <BeginDialog
        parkId={parkId}
        title={t.open}
        offer={t.offer}
        open={search.act === 'standing' && ability?.allowed === true}
      />
    </Section>
  )
}
