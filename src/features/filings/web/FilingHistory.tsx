import { CheckCircleOutlined, ClockCircleOutlined, RollbackOutlined } from '@ant-design/icons'
import { seatNames } from '../../../policy/roles.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useUrl } from '../../../ui/url.ts'
import { InstantText, StatusTag } from '../../../ui/Values.tsx'
import { words } from '../words.ts'
import { type FilingView, sectionsOf } from './filing-view.ts'

type Opinion = FilingView['versions'][number]['opinions'][number]

/** What every seat says on the version shown, whether it is on record, what was said before, when it was opened again. */
export function FilingHistory({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const say = useText()
  const { path } = useUrl()
  const { versions, shown, record, recorders, reopenings } = filing
  const version = versions.find((one) => one.no === shown?.no)
  if (!version) return null
  const newest = versions[0]?.no === version.no
  const earlier = versions.filter((one) => one.no < version.no && one.opinions.length > 0)
  return (
    <section className="panel" aria-label={t.opinions}>
      <div className="section-head">
        <h2>{t.opinions}</h2>
      </div>
      <div className="filing-opinions">
        {filing.seats.map((seat) => {
          const opinion = version.opinions.find((one) => one.seat === seat)
          return (
            <div key={seat}>
              <h3>{say(seatNames[seat])}</h3>
              {opinion ? (
                <OpinionText filing={filing} opinion={opinion} />
              ) : (
                <p className="soft">
                  <ClockCircleOutlined aria-hidden />{' '}
                  {newest && filing.waitingFor.includes(seat) ? t.opinionAwaited : t.noOpinion}
                </p>
              )}
            </div>
          )
        })}
        {recorders ? (
          <div>
            <h3>
              {t.record} · {say(recorders)}
            </h3>
            {record && newest ? (
              <p>
                <StatusTag tone="good">
                  <CheckCircleOutlined aria-hidden /> {t.recorded}
                </StatusTag>{' '}
                {t.recordNo(record.no)} {record.byName} <InstantText at={record.at} />
              </p>
            ) : (
              <p className="soft">
                <ClockCircleOutlined aria-hidden /> {t.recordAwaited}
              </p>
            )}
          </div>
        ) : null}
      </div>
      {earlier.length > 0 ? (
        <details className="filing-earlier no-print">
          <summary>{t.earlier(earlier.length)}</summary>
          {earlier.map(({ no, opinions }) => (
            <div key={no} className="filing-earlier-version">
              <AppLink to={`${path}?version=${no}`}>{t.version(no)}</AppLink>
              {opinions.map((opinion) => (
                <div key={opinion.seat}>
                  <h3>{say(seatNames[opinion.seat])}</h3>
                  <OpinionText filing={filing} opinion={opinion} />
                </div>
              ))}
            </div>
          ))}
        </details>
      ) : null}
      {reopenings.length > 0 ? (
        <details className="filing-earlier no-print">
          <summary>
            {t.reopenings} ({reopenings.length})
          </summary>
          {reopenings.map(({ at, byName, reason, sections }) => (
            <div key={at} className="filing-earlier-version">
              <p>
                {byName} <InstantText at={at} /> · {sections.map((id) => say(nameIn(filing, id))).join('、')}
              </p>
              <div className="filing-reason">{reason}</div>
            </div>
          ))}
        </details>
      ) : null}
    </section>
  )
}

function OpinionText({ filing, opinion }: { filing: FilingView; opinion: Opinion }) {
  const t = useWords(words)
  const say = useText()
  const approved = opinion.verdict === 'approve'
  return (
    <>
      <p>
        <StatusTag tone={approved ? 'good' : 'warning'}>
          {approved ? <CheckCircleOutlined aria-hidden /> : <RollbackOutlined aria-hidden />}{' '}
          {approved ? t.approved : t.returned}
        </StatusTag>{' '}
        {opinion.accountName} <InstantText at={opinion.at} />
      </p>
      {opinion.marks.length > 0 ? (
        <ul className="filing-marks">
          {opinion.marks.map((mark) => (
            <li key={mark.section}>
              <strong>{say(nameIn(filing, mark.section))}</strong>
              <div className="filing-reason">{mark.reason}</div>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function nameIn(filing: FilingView, section: string) {
  return sectionsOf(filing).find((one) => one.id === section) ?? { zh: section, en: section }
}
