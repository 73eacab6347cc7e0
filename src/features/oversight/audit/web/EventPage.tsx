import type { ReactNode } from 'react'
import { fieldText } from '../../../../policy/oversight/event-changes.ts'
import { eventName } from '../../../../policy/oversight/event-words.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { ChangeList } from '../../../../ui/ChangeList.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Doer } from './AuditPage.tsx'
import './audit.css'

type Event = Reply<typeof contract.showEvent>

/** One event: who, when, from where, by which clause, and field by field what changed. */
export function EventPage() {
  const t = useWords(words)
  const say = useText()
  const eventId = usePathParam('eventId')
  const view = useView(contract.showEvent, { params: { eventId } })
  const title = view.data ? say(eventName(view.data.kind)) : t.title
  return (
    <Page title={title} back={{ text: t.title, to: '/audit' }} actions={<PrintButton />}>
      <Async view={view}>
        {(event) => (
          <>
            <section className="panel">
              <Facts event={event} />
            </section>
            <section className="panel">
              <h2>{t.changes}</h2>
              {event.changes.length === 0 ? (
                <p className="soft">{t.noChanges}</p>
              ) : (
                <ChangeList changes={event.changes.map((one) => ({ ...one, label: fieldText(one.field) }))} />
              )}
            </section>
          </>
        )}
      </Async>
    </Page>
  )
}

function Facts({ event }: { event: Event }) {
  const t = useWords(words)
  const { at, unitName, address, clause, subject, request, seal, place, sha256, sm3 } = event
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.at, <InstantText key="at" at={at} />],
    [t.by, <Doer key="by" row={event} />],
    [t.unit, unitName],
    [t.address, address ?? '—'],
    [t.clause, clause ?? '—'],
    [t.request, request ?? '—'],
    [t.subject, subject ? <HistoryLink key="subject" subject={subject} /> : '—'],
    [t.seal, seal === null ? t.unsealed : `${t.sealed(seal)} · ${t.place} ${place}`],
    [t.sm3, sm3 ?? '—'],
    [t.sha256, sha256 ?? '—'],
  ]
  return (
    <dl className="audit-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function HistoryLink({ subject }: { subject: string }) {
  const t = useWords(words)
  return (
    <>
      <div>{subject}</div>
      <AppLink to={`/audit?subject=${subject}`}>{t.history}</AppLink>
    </>
  )
}
