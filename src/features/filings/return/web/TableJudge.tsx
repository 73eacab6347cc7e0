import { createContext, type ReactNode, useContext } from 'react'
import { acceptRow } from '../../../../policy/returns/returns.ts'
import { isRefusal } from '../../../../shared/refusal.ts'
import { Async } from '../../../../ui/Async.tsx'
import { isAllowed } from '../../../../ui/ability.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { TypedFields } from '../../../../ui/typed-texts.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import type { FilingView } from '../../course/contract.ts'
import { type JudgeProps, opinionKey } from '../../course/web/public.ts'
import type { Reduction, ReturnHead, ReturnRow, TableView } from '../contract.ts'
import { words } from '../words.ts'
import { figureText, highestOf } from './figure-text.ts'
import { useTable } from './use-table.ts'

/** What the county writes beside one row: a lower figure, as typed, and why. */
export type Judged = { readonly accepted: number | null; readonly reason: string }

export type FigureJudgment = {
  readonly of: (indicator: string) => Judged
  readonly change: (indicator: string, patch: Partial<Judged>) => void
}

const untouched: Judged = { accepted: null, reason: '' }
const FigureJudgmentContext = createContext<FigureJudgment | null>(null)

/** Where the figures are reduced; null for whoever only reads them. */
export function useFigureJudgment(): FigureJudgment | null {
  return useContext(FigureJudgmentContext)
}

/** Holds the county's judgment while it is being written; kept on this device until it is sent. */
export function TableJudge({ filing, children }: JudgeProps) {
  const view = useTable(filing)
  const judges = isAllowed(filing.actions, 'give-opinion')
  if (!judges) return children(null)
  return (
    <Async view={view}>
      {(table) => (
        <Judging filing={filing} table={table}>
          {children}
        </Judging>
      )}
    </Async>
  )
}

function Judging({ filing, table, children }: JudgeProps & { filing: FilingView; table: TableView }) {
  const t = useWords(words)
  const before = reductionsOf(filing.sentBack?.judgment).map(({ indicator, ...judged }) => [indicator, judged])
  const { form, change, typed, forget } = useKept<Record<string, Judged>>(
    opinionKey('return-judgment', filing),
    Object.fromEntries(before),
  )
  const of = (indicator: string) => form[indicator] ?? untouched
  const touched = table.rows.filter((row) => isTouched(row, of(row.indicator)))
  const wrong =
    touched.filter((row) => isRefusal(judge(row, of(row.indicator), table.head.clause))).length + typed.count
  const reductions = touched.map((row) => {
    const { indicator } = row
    const { accepted, reason } = of(indicator)
    return { indicator, accepted: accepted ?? highestOf(row) ?? 0, reason }
  })
  return (
    <FigureJudgmentContext
      value={{ of, change: (indicator, patch) => change({ [indicator]: { ...of(indicator), ...patch } }) }}
    >
      <TypedFields store={typed}>
        {children({
          body: { reductions },
          note:
            wrong > 0 ? <span className="return-behind">{t.toCorrect(wrong)}</span> : t.reducedSoFar(reductions.length),
          summary: <Reductions rows={table.rows} reductions={reductions} />,
          because: wrong > 0 ? words.fixFirst : null,
          forget,
        })}
      </TypedFields>
    </FigureJudgmentContext>
  )
}

/** The figures that a prepared opinion reduces. */
export function JudgedTable({ filing, judgment }: { filing: FilingView; judgment: unknown }) {
  const { data } = useTable(filing)
  return data ? <Reductions rows={data.rows} reductions={reductionsOf(judgment)} /> : null
}

/** Of a judgment as it was sent; none of an opinion without one. */
function reductionsOf(judgment: unknown): readonly Reduction[] {
  return (judgment as { reductions?: readonly Reduction[] } | null | undefined)?.reductions ?? []
}

type ReductionsProps = { rows: readonly ReturnRow[]; reductions: readonly Reduction[] }

/** What is reduced to what and why, before it becomes final. */
function Reductions({ rows, reductions }: ReductionsProps): ReactNode {
  const t = useWords(words)
  const say = useText()
  return (
    <>
      {reductions.length === 0 ? (
        <p>{t.noReductions}</p>
      ) : (
        <ul className="return-reductions">
          {reductions.map(({ indicator, accepted, reason }) => {
            const row = rows.find((one) => one.indicator === indicator)
            return (
              <li key={indicator}>
                <strong>{say(row?.name)}</strong>{' '}
                <span className="number">
                  <del className="soft">{figureText(row?.total ?? null)}</del> {figureText(accepted)}
                </span>
                <div className="soft">{reason}</div>
              </li>
            )
          })}
        </ul>
      )}
      <p className="soft">{t.acceptNote}</p>
    </>
  )
}

function isTouched(row: ReturnRow, { accepted }: Judged): boolean {
  return accepted !== null && accepted !== highestOf(row)
}

function judge(row: ReturnRow, { accepted, reason }: Judged, clause: ReturnHead['clause']) {
  return acceptRow({ indicator: row.indicator, computed: highestOf(row) }, accepted, reason, clause)
}
