import { type ClauseState, clauseStateNames, clauseStates } from '../../../../policy/oversight/clause-state.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { StatusTag, type Tone } from '../../../../ui/Values.tsx'
import type { ClauseView, PilotStanding } from '../contract.ts'
import { words } from '../words.ts'

const tones: Readonly<Record<ClauseState, Tone>> = { missed: 'bad', due: 'warning', 'not-yet': 'neutral', met: 'good' }

/** One clause: what it asks, where the pilots stand, and below, folded away and for who answers for the rules, what holds it. */
export function ClauseRow({ clause, single }: { clause: ClauseView; single: boolean }) {
  const t = useWords(words)
  const say = useText()
  return (
    <li className="clause-row" id={clause.clause}>
      <div className="clause-no">
        <span className="clause">{clause.clause}</span>
      </div>
      <div className="clause-body">
        <p className="clause-text">
          {say(clause.text)}{' '}
          {clause.binding ? (
            <span className="clause-mark" title={t.bindingHint}>
              {t.binding}
            </span>
          ) : null}{' '}
          {clause.duty ? (
            <span className="clause-mark" title={t.dutyHint}>
              {t.duty}
            </span>
          ) : null}{' '}
          {clause.carriedOver ? (
            <span className="clause-mark" title={t.carriedHint}>
              {t.carried}
            </span>
          ) : null}
        </p>
        {single ? (
          clause.pilots.map((one) => <Standing key={one.pilotId} standing={one} />)
        ) : (
          <Counted clause={clause} />
        )}
        {clause.cited ? <Cited cited={clause.cited} /> : null}
      </div>
    </li>
  )
}

function Cited({ cited: { rules, tests, breaking } }: { cited: NonNullable<ClauseView['cited']> }) {
  const t = useWords(words)
  if (rules.length + tests.length === 0) return <p className="clause-cited soft">{t.notCited}</p>
  return (
    <details className="clause-cited">
      <summary>{t.cited(rules.length, tests.length)}</summary>
      <Files title={t.rules} paths={rules} />
      <Files title={t.tests} paths={tests} marked={breaking} />
    </details>
  )
}

/** How many pilots with something to do are shown without being asked for. */
const atOnce = 3

/** How many pilots stand where, and those that have something to do. */
function Counted({ clause }: { clause: ClauseView }) {
  const t = useWords(words)
  const say = useText()
  const shown = clauseStates.filter((state) => clause.counts[state] > 0)
  if (shown.length === 0) return null
  const urgent = clause.pilots.filter(({ state }) => state === 'missed' || state === 'due').slice(0, atOnce)
  const others = clause.pilots.slice(urgent.length)
  return (
    <>
      <p className="clause-counts">
        {shown.map((state) => (
          <StatusTag key={state} tone={tones[state]}>
            {say(clauseStateNames[state])} {t.pilots(clause.counts[state])}
          </StatusTag>
        ))}
      </p>
      {urgent.map((one) => (
        <Standing key={one.pilotId} standing={one} named />
      ))}
      {others.length > 0 ? (
        <details className="clause-pilots">
          <summary>{t.more(others.length)}</summary>
          {others.map((one) => (
            <Standing key={one.pilotId} standing={one} named />
          ))}
        </details>
      ) : null}
    </>
  )
}

function Standing({ standing, named }: { standing: PilotStanding; named?: boolean }) {
  const t = useWords(words)
  const say = useText()
  const { state, because, href, parkName } = standing
  return (
    <p className="clause-standing">
      <StatusTag tone={tones[state]}>{say(clauseStateNames[state])}</StatusTag>
      {named ? <b>{parkName}</b> : null}
      <span>{say(because)}</span>
      {href ? <AppLink to={href}>{t.go}</AppLink> : null}
    </p>
  )
}

function Files({ title, paths, marked = [] }: { title: string; paths: readonly string[]; marked?: readonly string[] }) {
  const t = useWords(words)
  if (paths.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {paths.map((path) => (
          <li key={path}>
            <code>{path}</code> {marked.includes(path) ? <span className="clause-mark">{t.breaking}</span> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
