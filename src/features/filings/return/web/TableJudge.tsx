import { createContext, useContext } from 'react'
import { Async } from '../../../../ui/Async.tsx'
import { isAllowed } from '../../../../ui/ability.ts'
import { useWords } from '../../../../ui/language.tsx'
import { TypedFields } from '../../../../ui/typed-texts.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import type { FilingView } from '../../course/contract.ts'
import { type JudgeProps, opinionKey } from '../../course/web/public.ts'
import type { TableView } from '../contract.ts'
import { words } from '../words.ts'
import { AlteredFigures } from './AlteredFigures.tsx'
import { alteredBy, alteredIn, type Judged, judgedAgain, untouched, wrongIn } from './judged-rows.ts'
import { useTable } from './use-table.ts'

export type FigureJudgment = {
  readonly of: (indicator: string) => Judged
  readonly change: (indicator: string, patch: Partial<Judged>) => void
}

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
  const { head, rows } = table
  const { form, change, typed, forget } = useKept<Record<string, Judged>>(
    opinionKey('return-judgment', filing),
    judgedAgain(rows, alteredIn(filing.sentBack?.judgment)),
  )
  const of = (indicator: string) => form[indicator] ?? untouched
  const wrong = rows.filter((row) => wrongIn(head, row, of(row.indicator)).length > 0).length + typed.count
  const altered = alteredBy(head.period, rows, of)
  return (
    <FigureJudgmentContext
      value={{ of, change: (indicator, patch) => change({ [indicator]: { ...of(indicator), ...patch } }) }}
    >
      <TypedFields store={typed}>
        {children({
          body: altered,
          note:
            wrong > 0 ? (
              <span className="return-behind">{t.toCorrect(wrong)}</span>
            ) : (
              t.reducedSoFar(altered.reductions.length)
            ),
          summary: <AlteredFigures table={table} altered={altered} />,
          because: wrong > 0 ? words.fixFirst : null,
          forget,
        })}
      </TypedFields>
    </FigureJudgmentContext>
  )
}

/** The figures that a prepared opinion reduces or lifts. */
export function JudgedTable({ filing, judgment }: { filing: FilingView; judgment: unknown }) {
  const { data } = useTable(filing)
  return data ? <AlteredFigures table={data} altered={alteredIn(judgment)} /> : null
}
