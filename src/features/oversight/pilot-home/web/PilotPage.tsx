import { useEffect } from 'react'
import { batchPeriod, editionOf } from '../../../../policy/editions/edition.ts'
import { filingStateNames } from '../../../../policy/filings/filing.ts'
import { dayOf, daysBetween } from '../../../../shared/dates.ts'
import type { Fen } from '../../../../shared/money.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { KeyValue, ProgressBar, Section, StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useGo, usePathParam } from '../../../../ui/url.ts'
import { DayText, Money, percentText, StatusTag } from '../../../../ui/Values.tsx'
import { type PilotView, showPilot } from '../../../programme/pilots/contract.ts'
import { pilotFigures } from '../../../programme/pilots/figures-contract.ts'
import { planTones, ServicesCounted, usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { StandingOverview, StandingService } from '../../standing/web/public.ts'
import { words } from '../words.ts'
import { LiaisonOfficers } from './LiaisonOfficers.tsx'
import { NextSteps } from './NextSteps.tsx'
import './pilot.css'

/** One pilot at a glance: its money, where it stands, what comes next. */
export function PilotPage() {
  const pilotId = usePathParam('pilotId')
  const view = useView(showPilot, { params: { pilotId } })
  const go = useGo()
  const seat = view.data?.seat
  // Whoever scores from a seat is at home in the evaluation.
  useEffect(() => {
    if (seat) go(`/evaluations/${seat}`, { replace: true })
  })
  if (seat) return null
  return (
    <Async view={view}>
      {(pilot) => (pilot.standing ? <StandingOverview pilot={pilot} /> : <Overview pilot={pilot} />)}
    </Async>
  )
}

function Overview({ pilot }: { pilot: PilotView }) {
  const t = useWords(words)
  const say = useText()
  const tabs = usePilotTabs(pilot.pilotId)
  const links = pilotFigures(pilot.pilotId)
  const edition = editionOf(pilot.edition)
  const period = batchPeriod(edition, pilot.firstYear)
  const days = daysBetween(period.from, period.to) + 1
  const passed = Math.min(days, Math.max(0, daysBetween(period.from, dayOf(new Date())) + 1))
  const share = (fen: Fen) => (pilot.awardFen > 0 ? (fen / pilot.awardFen) * 100 : 0)
  const time = (passed / days) * 100
  const ofAward = (fen: Fen) => t.ofAward(percentText(Math.floor(share(fen) * 10) / 10))
  return (
    <Page
      title={pilot.parkName}
      crumbs={[{ text: t.title, to: '/pilots' }]}
      status={
        pilot.closedOn === null ? (
          <StatusTag tone={planTones[pilot.planState]}>
            {t.plan} {say(filingStateNames[pilot.planState])}
          </StatusTag>
        ) : (
          <StatusTag tone="neutral">{t.closed(pilot.closedOn)}</StatusTag>
        )
      }
      subtitle={`${pilot.countyName} · ${pilot.batchName}`}
      tabs={tabs}
    >
      {pilot.closedOn === null ? null : <StandingService parkId={pilot.parkId} />}
      <StatTiles>
        <StatTile label={t.award} value={<Money fen={pilot.awardFen} />} to={links.awardFen} />
        <StatTile
          label={t.committed}
          value={<Money fen={pilot.committedFen} />}
          to={links.committedFen}
          note={ofAward(pilot.committedFen)}
        />
        <StatTile
          label={t.disbursed}
          value={<Money fen={pilot.disbursedFen} />}
          to={links.disbursedFen}
          note={ofAward(pilot.disbursedFen)}
        />
        <StatTile
          label={t.spent}
          value={<Money fen={pilot.spentFen} />}
          to={links.spentFen}
          note={ofAward(pilot.spentFen)}
        />
        <StatTile label={t.services} value={<ServicesCounted pilot={pilot} />} />
      </StatTiles>
      <div className="columns">
        <div>
          <NextSteps pilot={pilot} />
        </div>
        <div>
          <Section title={t.money} note={t.moneyNote}>
            <div className="pilot-progress">
              <div>
                <span className="soft">{t.disbursedProgress}</span>
                <ProgressBar label={t.disbursedProgress} done={share(pilot.disbursedFen)} time={time} />
              </div>
              <div>
                <span className="soft">{t.spentProgress}</span>
                <ProgressBar label={t.spentProgress} done={share(pilot.spentFen)} time={time} />
              </div>
            </div>
          </Section>
          <LiaisonOfficers pilot={pilot} />
          <Section title={t.about}>
            <KeyValue
              columns={1}
              facts={[
                { label: t.edition, value: say(edition.name) },
                {
                  label: t.period,
                  value: (
                    <>
                      <DayText day={period.from} /> – <DayText day={period.to} />
                    </>
                  ),
                },
                { label: t.admittedOn, value: <DayText day={pilot.admittedOn} /> },
                { label: t.uscc, value: <span className="number">{pilot.parkUscc ?? '—'}</span> },
              ]}
            />
          </Section>
        </div>
      </div>
    </Page>
  )
}
