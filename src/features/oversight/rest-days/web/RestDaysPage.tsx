import { Alert } from 'antd'
import { holidayName } from '../../../../policy/calendar/holiday-names.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useGo } from '../../../../ui/url.ts'
import { DayText, InstantText, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import './rest-days.css'

/** Every list by year: its document, who entered it, its days; and the way to enter another. */
export function RestDaysPage() {
  const t = useWords(words)
  const go = useGo()
  const view = useView(contract.listRestDays)
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      actions={
        <ActionButton type="primary" action={view.data?.announce} onClick={() => go('/rest-days/new')}>
          {t.enter}
        </ActionButton>
      }
    >
      <Async view={view}>
        {({ lists, offered, announce }) => (
          <>
            {offered.map(({ year, source }) => (
              <Alert
                key={year}
                type="info"
                showIcon
                className="notice"
                title={t.offered(year, source)}
                description={announce.allowed ? <AppLink to={`/rest-days/new?year=${year}`}>{t.take}</AppLink> : null}
              />
            ))}
            {lists.length === 0 ? <p>{t.noLists}</p> : null}
            {lists.map((list) => (
              <ListSection key={list.listId} list={list} />
            ))}
          </>
        )}
      </Async>
    </Page>
  )
}

function ListSection({ list }: { list: contract.ListView }) {
  const t = useWords(words)
  const { year, version, counts, source, publishedOn, enteredByName, enteredAt } = list
  return (
    <Section
      id={`${year}-${version}`}
      title={
        <>
          {year} <StatusTag tone={counts ? 'good' : 'neutral'}>{counts ? t.counts : t.replaced}</StatusTag>
        </>
      }
      note={
        <>
          {source}
          {publishedOn ? (
            <>
              {' · '}
              {t.publishedOn} <DayText day={publishedOn} />
            </>
          ) : null}
          {' · '}
          {t.versionNo(version)} · {t.enteredBy} {enteredByName ?? t.withDatabase} <InstantText at={enteredAt} />
        </>
      }
    >
      <Days label={t.restDays} days={list.days.filter(({ kind }) => kind === 'rest')} />
      <Days label={t.workedDays} days={list.days.filter(({ kind }) => kind === 'worked')} />
    </Section>
  )
}

/** Day by day under the name of its holiday. */
function Days({ label, days }: { label: string; days: contract.ListView['days'] }) {
  const t = useWords(words)
  const say = useText()
  if (days.length === 0) return null
  return (
    <div className="rest-days">
      <h3>
        {label} <span className="soft">{t.count(days.length)}</span>
      </h3>
      <ul>
        {[...Map.groupBy(days, ({ name }) => name)].map(([name, own]) => (
          <li key={name}>
            {name ? <strong>{say(holidayName(name))}</strong> : null} {own.map(({ day }) => day.slice(5)).join(t.comma)}
          </li>
        ))}
      </ul>
    </div>
  )
}
