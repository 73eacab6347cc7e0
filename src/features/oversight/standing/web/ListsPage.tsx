import { planSectionNames } from '../../../../policy/plan/plan.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { PlanTables } from '../../../programme/baselines/web/public.ts'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { ListsForm } from './ListsForm.tsx'
import { factsOfLists, listSections } from './lists-view.ts'

/** The enterprises, agencies and products of standing service, to read and to change (G6.1). */
export function ListsPage() {
  const t = useWords(words)
  const say = useText()
  const pilotId = usePathParam('pilotId')
  const tabs = usePilotTabs(pilotId)
  const { search, setSearch } = useUrl()
  const view = useView(contract.showLists, { params: { pilotId } })
  const change = view.data && abilityFor(view.data.actions, 'change')
  const writing = search.act === 'change' && change?.allowed === true
  return (
    <Page
      title={t.lists}
      subtitle={view.data ? `${view.data.parkName} · ${t.version(view.data.no, view.data.inForceFrom)}` : undefined}
      crumbs={[
        { text: t.title, to: '/standing' },
        { text: view.data?.parkName ?? '…', to: `/pilots/${pilotId}` },
      ]}
      tabs={tabs}
      actions={
        view.data && !writing ? (
          <ActionButton type="primary" action={change} onClick={() => setSearch({ act: 'change' }, { replace: false })}>
            {t.change}
          </ActionButton>
        ) : undefined
      }
    >
      <Async view={view}>
        {(lists) =>
          writing ? (
            <ListsForm pilotId={pilotId} lists={lists} />
          ) : (
            <>
              <p className="soft">{t.listsNote}</p>
              {listSections.map((section) => (
                <Section key={section} id={section} title={say(planSectionNames[section])}>
                  <PlanTables section={section} facts={factsOfLists(lists, lists)} />
                </Section>
              ))}
            </>
          )
        }
      </Async>
    </Page>
  )
}
