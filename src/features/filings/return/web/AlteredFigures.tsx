import type { ReactNode } from 'react'
import { reductionName } from '../../../../policy/returns/reduction-text.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { ReductionView, ReturnRow, TableView } from '../contract.ts'
import { words } from '../words.ts'
import { figureText } from './figure-text.ts'
import { type Altered, carriedInto, highestOf } from './judged-rows.ts'

type Carried = { readonly row: ReturnRow; readonly one: ReductionView }

/** What is reduced and what is lifted, with the reasons, and what stands on from earlier tables, before it becomes final. */
export function AlteredFigures({ table, altered }: { table: TableView; altered: Altered }) {
  const t = useWords(words)
  const { rows, head } = table
  const { reductions, lifts } = altered
  const liftOf = (id: string) => lifts.find(({ reductionId }) => reductionId === id)
  const carried = rows.flatMap((row) => carriedInto(head.period, row).map((one): Carried => ({ row, one })))
  const standing = carried.filter(({ one }) => !liftOf(one.id))
  return (
    <>
      {reductions.length === 0 ? (
        <p>{t.noReductions}</p>
      ) : (
        <ul className="return-reductions">
          {reductions.map(({ indicator, accepted, reason }) => {
            const row = rows.find((one) => one.indicator === indicator)
            const own = Object.fromEntries(lifts.map((one) => [one.reductionId, one.reason]))
            return (
              <Line key={indicator} row={row} reason={reason}>
                <del className="soft">{figureText(row ? highestOf(head.period, row, own) : null)}</del>{' '}
                {figureText(accepted)}
              </Line>
            )
          })}
        </ul>
      )}
      <Earlier title={t.liftedNow} carried={carried.filter(({ one }) => liftOf(one.id))}>
        {(one) => liftOf(one.id)?.reason ?? ''}
      </Earlier>
      <Earlier title={t.standingOn} carried={standing}>
        {(one) => one.reason}
      </Earlier>
      <p className="soft">{t.acceptNote}</p>
    </>
  )
}

type EarlierProps = { title: string; carried: readonly Carried[]; children: (one: ReductionView) => string }

function Earlier({ title, carried, children }: EarlierProps) {
  const say = useText()
  if (carried.length === 0) return null
  return (
    <>
      <h4 className="return-earlier">{title}</h4>
      <ul className="return-reductions">
        {carried.map(({ row, one }) => (
          <Line key={one.id} row={row} reason={children(one)}>
            {say(reductionName(row.kind, one))}
          </Line>
        ))}
      </ul>
    </>
  )
}

function Line({ row, reason, children }: { row: ReturnRow | undefined; reason: string; children: ReactNode }) {
  const say = useText()
  return (
    <li>
      <strong>{say(row?.name)}</strong> <span className="number">{children}</span>
      <div className="soft">{reason}</div>
    </li>
  )
}
