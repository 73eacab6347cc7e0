import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { seatNames } from '../../../../policy/people/roles.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { useHands } from '../../../programme/signing/web/public.ts'
import type { FilingView } from '../contract.ts'
import { words } from './act-words.ts'
import { isNewest, nameIn, type SectionName, shownVersion } from './filing-view.ts'
import { OpinionText } from './OpinionText.tsx'

type Props = { filing: FilingView; sections: readonly SectionName[] }

/** What every seat says on the version shown, whether it is on record, what was said before, when it was opened again. */
export function Opinions({ filing, sections }: Props) {
  const t = useWords(words)
  const say = useText()
  const version = shownVersion(filing)
  if (!version) return null
  const newest = isNewest(filing)
  const awaited = newest && filing.state === 'submitted'
  return (
    <section className="panel" aria-label={t.opinions}>
      <div className="section-head">
        <h2>{filing.recorders ? t.opinionsAndRecord : t.opinions}</h2>
      </div>
      <div className="filing-opinions">
        {filing.seats.map((seat) => {
          const opinion = version.opinions.find((one) => one.seat === seat)
          return (
            <div key={seat}>
              <h3>{say(seatNames[seat])}</h3>
              {opinion ? (
                <OpinionText filing={filing} opinion={opinion} sections={sections} />
              ) : (
                <p className="soft">
                  <ClockCircleOutlined aria-hidden />{' '}
                  {!awaited || !filing.waitingFor.includes(seat)
                    ? t.noOpinion
                    : filing.prepared.some((one) => one.seat === seat)
                      ? t.signatureAwaited
                      : t.opinionAwaited}
                  {awaited && filing.signedSeats.includes(seat) ? ` · ${t.twoPersons}` : ''}
                </p>
              )}
            </div>
          )
        })}
        <RecordState filing={filing} newest={newest} />
      </div>
      <Earlier filing={filing} sections={sections} below={version.no} />
      <Withdrawals filing={filing} />
      <Reopenings filing={filing} sections={sections} />
    </section>
  )
}

function RecordState({ filing: { recorders, record }, newest }: { filing: FilingView; newest: boolean }) {
  const t = useWords(words)
  const say = useText()
  const hands = useHands()
  if (!recorders) return null
  return (
    <div>
      <h3>
        {t.record} · {say(recorders)}
      </h3>
      {record && newest ? (
        <p>
          <StatusTag tone="good">
            <CheckCircleOutlined aria-hidden /> {t.recorded}
          </StatusTag>{' '}
          {t.recordNo(record.no)} {hands(record.byName, record.preparedByName)} <InstantText at={record.at} />
        </p>
      ) : (
        <p className="soft">
          <ClockCircleOutlined aria-hidden /> {t.recordAwaited}
        </p>
      )}
    </div>
  )
}

function Earlier({ filing, sections, below }: Props & { below: number }) {
  const t = useWords(words)
  const say = useText()
  const { path } = useUrl()
  const earlier = filing.versions.filter((one) => one.no < below && one.opinions.length > 0)
  if (earlier.length === 0) return null
  return (
    <Folded title={t.earlier(earlier.length)}>
      {earlier.map(({ no, opinions }) => (
        <div key={no} className="filing-earlier-version">
          <AppLink to={`${path}?version=${no}`}>{t.version(no)}</AppLink>
          {opinions.map((opinion) => (
            <div key={opinion.seat}>
              <h3>{say(seatNames[opinion.seat])}</h3>
              <OpinionText filing={filing} opinion={opinion} sections={sections} />
            </div>
          ))}
        </div>
      ))}
    </Folded>
  )
}

/** Who took a submission back, when and why; open while that is why it is open for writing. */
function Withdrawals({ filing: { withdrawals, state } }: Pick<Props, 'filing'>) {
  const t = useWords(words)
  if (withdrawals.length === 0) return null
  return (
    <Folded title={`${t.withdrawals} (${withdrawals.length})`} open={state === 'draft'}>
      {withdrawals.map(({ at, byName, reason, versionNo }) => (
        <div key={at} className="filing-earlier-version">
          <p>
            {byName} <InstantText at={at} /> · {t.version(versionNo)}
          </p>
          <div className="filing-reason">{reason}</div>
        </div>
      ))}
    </Folded>
  )
}

function Reopenings({ filing: { reopenings, state, versions }, sections }: Props) {
  const t = useWords(words)
  const say = useText()
  if (reopenings.length === 0) return null
  // Open for amendment although nobody returned it: then the reason stands here and nowhere else.
  const isReopened = state === 'returned' && !versions[0]?.opinions.some(({ verdict }) => verdict === 'return')
  return (
    <Folded title={`${t.reopenings} (${reopenings.length})`} open={isReopened}>
      {reopenings.map(({ at, byName, reason, sections: opened }) => (
        <div key={at} className="filing-earlier-version">
          <p>
            {byName} <InstantText at={at} /> · {opened.map((id) => say(nameIn(sections, id))).join(t.comma)}
          </p>
          <div className="filing-reason">{reason}</div>
        </div>
      ))}
    </Folded>
  )
}

function Folded({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="filing-earlier no-print" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
