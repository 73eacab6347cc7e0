import { seatNames } from '../../../policy/roles.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { DayText, InstantText, instantText, StatusTag } from '../../../ui/Values.tsx'
import { words } from '../words.ts'
import { ClockTag } from './Clocks.tsx'
import type { MatterView } from './matter-view.ts'

/** What happened when, from the thing itself to the new version, with both clocks where they run. */
export function Course({ matter }: { matter: MatterView }) {
  const t = useWords(words)
  const say = useText()
  const { clock, versions, waitingFor, made } = matter
  const submissions = [...versions].reverse()
  return (
    <section className="panel" aria-label={t.course}>
      <div className="section-head">
        <h2>{t.course}</h2>
      </div>
      <ol className="matter-course">
        <li>
          <strong>{t.happened}</strong> <InstantText at={matter.occurredAt} />
          <div className="matter-clock">
            {t.reportBy} {t.by(instantText(clock.reportBy))} <ClockTag state={clock.reported} />
          </div>
        </li>
        {submissions.map(({ no, submittedByName, submittedAt, opinions }) => (
          <li key={no}>
            <strong>{t.submittedNo(no)}</strong> {submittedByName} <InstantText at={submittedAt} />
            {no === versions[0]?.no && clock.passOnBy && clock.passedOn ? (
              <div className="matter-clock">
                {t.passOn} {t.by(clock.passOnBy)} <ClockTag state={clock.passedOn} />
                {clock.provisional ? <span className="soft"> {t.provisional}</span> : null}
              </div>
            ) : null}
            {opinions.map(({ seat, verdict, accountName, at, marks }) => (
              <div key={seat} className="matter-opinion">
                {say(seatNames[seat])}{' '}
                <StatusTag tone={verdict === 'approve' ? 'good' : 'warning'}>
                  {verdict === 'approve' ? t.approved : t.returned}
                </StatusTag>{' '}
                <span className="soft">
                  {accountName} <InstantText at={at} />
                </span>
                {marks.map((mark) => (
                  <div key={mark.section} className="matter-reason">
                    {mark.reason}
                  </div>
                ))}
              </div>
            ))}
          </li>
        ))}
        {waitingFor.map((seat, i) => (
          <li key={seat} className="matter-coming">
            {say(seatNames[seat])} {i === 0 ? <StatusTag tone="active">{t.waiting}</StatusTag> : null}
          </li>
        ))}
        {made ? (
          <li>
            <AppLink to={`/pilots/${matter.pilotId}/baselines?version=${made.no}`}>{t.madeVersion(made.no)}</AppLink>{' '}
            <span className="soft">
              {t.inForceFrom} <DayText day={made.inForceFrom} />
            </span>
          </li>
        ) : null}
      </ol>
    </section>
  )
}
