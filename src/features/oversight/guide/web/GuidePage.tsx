import { Select } from 'antd'
import { clauseStateNames, clauseStates } from '../../../../policy/oversight/clause-state.ts'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { useUrl } from '../../../../ui/url.ts'
import * as contract from '../contract.ts'
import { chapters, words } from '../words.ts'
import { ClauseRow } from './ClauseRow.tsx'
import './guide.css'

/** The guide, clause by clause: what it asks, where the reader's pilots stand, and which rules and tests hold it. */
export function GuidePage() {
  const t = useWords(words)
  const say = useText()
  const { search, setSearch } = useUrl()
  const view = useView(contract.showGuide, { search: { pilotId: search.pilot } }, { keepPrevious: true })
  const state = clauseStates.find((one) => one === search.state)
  const { pilots = [], clauses = [] } = view.data ?? {}
  return (
    <Page
      title={t.title}
      subtitle={
        clauses.length > 0 ? t.subtitle(clauses.length, clauses.filter((one) => one.binding).length) : undefined
      }
      actions={
        <>
          {pilots.length > 1 ? (
            <Select
              aria-label={t.pilot}
              className="guide-pilot"
              showSearch={{ optionFilterProp: 'label' }}
              value={search.pilot ?? ''}
              onChange={(pilot: string) => setSearch({ pilot: pilot || null })}
              options={[
                { value: '', label: t.allPilots(pilots.length) },
                ...pilots.map((one) => ({ value: one.pilotId, label: one.parkName })),
              ]}
            />
          ) : null}
          {pilots.length > 0 ? (
            <Select
              aria-label={t.show}
              value={state ?? ''}
              onChange={(next: string) => setSearch({ state: next || null })}
              options={[
                { value: '', label: t.all },
                ...clauseStates.map((one) => ({ value: one, label: say(clauseStateNames[one]) })),
              ]}
            />
          ) : null}
          <PrintButton />
        </>
      }
    >
      <Async view={view}>
        {(data) => {
          const shown = data.clauses.filter((one) => !state || one.counts[state] > 0)
          if (shown.length === 0) return <EmptyState>{t.nothing}</EmptyState>
          return (
            <>
              {chapters.map((chapter) => {
                const own = shown.filter((one) => chapter.begins.test(one.clause))
                return own.length === 0 ? null : (
                  <Section key={chapter.id} id={chapter.id} title={say(chapter)}>
                    <ul className="clauses">
                      {own.map((one) => (
                        <ClauseRow
                          key={one.clause}
                          clause={one}
                          single={data.pilots.length === 1 || Boolean(search.pilot)}
                        />
                      ))}
                    </ul>
                  </Section>
                )
              })}
              <p className="soft">{t.inferred}</p>
            </>
          )
        }}
      </Async>
    </Page>
  )
}
