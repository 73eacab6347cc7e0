import type { ReactNode } from 'react'
import { AppLink } from './AppLink.tsx'
import { ButtonRow } from './ButtonRow.tsx'
import { useWords } from './language.tsx'
import { percentText } from './Values.tsx'
import { words } from './words.ts'

/** A number that opens the records behind it. Without an address it is a plain number. */
export function Figure({ to, label, children }: { to?: string | null; label?: string; children: ReactNode }) {
  if (!to) return <span className="number">{children}</span>
  return (
    <AppLink to={to} className="figure number" aria-label={label}>
      {children}
    </AppLink>
  )
}

type StatTileProps = { label: string; value: ReactNode; to?: string; note?: ReactNode }

/** One key number with its name; opens what is behind it. */
export function StatTile({ label, value, to, note }: StatTileProps) {
  return (
    <div className="stat-tile">
      <div className="stat-label">{label}</div>
      <div className="stat-value">
        <Figure to={to}>{value}</Figure>
      </div>
      {note ? <div className="stat-note">{note}</div> : null}
    </div>
  )
}

export function StatTiles({ children }: { children: ReactNode }) {
  return <div className="stat-tiles">{children}</div>
}

type ProgressBarProps = {
  /** Percent reached; may be above 100. */
  done: number
  /** Percent of the period that has passed. */
  time?: number
  /** What is measured, for a reader who hears the page. */
  label: string
}

/** Progress with a mark for the time passed; behind time it is shown in the warning tone, and said in words. */
export function ProgressBar({ done, time, label }: ProgressBarProps) {
  const t = useWords(words)
  const behind = time !== undefined && done + 0.05 < time
  const said = time === undefined ? percentText(done) : t.progressAgainstTime(percentText(done), percentText(time))
  return (
    <div className="progress">
      <div className="progress-track" role="img" aria-label={`${label}: ${said}`}>
        <div className={behind ? 'progress-done is-behind' : 'progress-done'} style={{ width: `${within(done)}%` }} />
        {time === undefined ? null : <div className="progress-time" style={{ left: `${within(time)}%` }} />}
      </div>
      <div className="progress-text number">
        {percentText(done)}
        {time === undefined ? null : (
          <span className={behind ? 'progress-note is-behind' : 'progress-note'}>
            {behind ? '▾ ' : ''}
            {t.timePassed} {percentText(time)}
          </span>
        )}
      </div>
    </div>
  )
}

function within(percent: number): number {
  return Math.min(100, Math.max(0, percent))
}

export type Fact = { readonly label: string; readonly value: ReactNode; readonly wide?: boolean }

/** Names and values of one record. */
export function KeyValue({ facts, columns = 2 }: { facts: readonly (Fact | null | false)[]; columns?: 1 | 2 | 3 }) {
  return (
    <dl className={`key-value key-value-${columns}`}>
      {facts.map((fact) =>
        fact ? (
          <div key={fact.label} className={fact.wide ? 'is-wide' : undefined}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

/** A titled part of a page. `id` is the section's name in `?section=`. */
export function Section({
  id,
  title,
  note,
  actions,
  children,
}: {
  id?: string
  title: ReactNode
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section
      className="panel section"
      id={id ? `section-${id}` : undefined}
      data-section={id}
      tabIndex={id ? -1 : undefined}
    >
      <div className="section-head">
        <h2>{title}</h2>
        {actions ? <ButtonRow className="section-actions">{actions}</ButtonRow> : null}
      </div>
      {note ? <div className="section-note">{note}</div> : null}
      {children}
    </section>
  )
}
