import { ClockCircleOutlined } from '@ant-design/icons'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { DayText, InstantText, instantText, StatusTag, type Tone } from '../../../../ui/Values.tsx'
import type { MatterRow } from '../contract.ts'
import { words } from '../words.ts'
import type { MatterView } from './matter-view.ts'

type ClockState = MatterRow['clock']['reported']

const tones: Readonly<Record<ClockState, Tone>> = { 'on-time': 'good', late: 'bad', running: 'active', overdue: 'bad' }

/** One clock in two words: what it is for, and how it stands. */
export function ClockTag({ name, state }: { name?: string; state: ClockState }) {
  const t = useWords(words)
  return (
    <StatusTag tone={tones[state]}>
      <ClockCircleOutlined aria-hidden /> {name ? `${name} ` : ''}
      {t[state]}
    </StatusTag>
  )
}

/** When it happened, both clocks that run from there, and the version of the plan that it led to. */
export function MatterClocks({ matter }: { matter: MatterView }) {
  const t = useWords(words)
  const { clock, made } = matter
  return (
    <section className="panel" aria-label={t.clocks}>
      <div className="section-head">
        <h2>{t.clocks}</h2>
      </div>
      <KeyValue
        columns={1}
        facts={[
          { label: t.happened, value: <InstantText at={matter.occurredAt} /> },
          {
            label: t.reportBy,
            value: (
              <>
                {t.by(instantText(clock.reportBy))} <ClockTag state={clock.reported} />
              </>
            ),
          },
          clock.passOnBy !== null &&
            clock.passedOn !== null && {
              label: t.passOn,
              value: (
                <>
                  {t.by(clock.passOnBy)} <ClockTag state={clock.passedOn} />
                  {clock.provisional ? <span className="soft"> {t.provisional}</span> : null}
                </>
              ),
            },
          clock.openBy !== null &&
            clock.openBy !== clock.passOnBy && { label: t.passOnAgain, value: t.by(clock.openBy) },
          made && {
            label: t.outcome,
            value: (
              <>
                <AppLink to={`/pilots/${matter.pilotId}/baselines?version=${made.no}`}>
                  {t.madeVersion(made.no)}
                </AppLink>{' '}
                <span className="soft">
                  {t.inForceFrom} <DayText day={made.inForceFrom} />
                </span>
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
