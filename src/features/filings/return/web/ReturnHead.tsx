import { executionWords } from '../../../../policy/returns/execution.ts'
import { KeyValue, StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, InstantText, Money, Percent } from '../../../../ui/Values.tsx'
import { PlanVersion } from '../../../programme/baselines/web/public.ts'
import type { FilingView } from '../../course/contract.ts'
import type { TableView } from '../contract.ts'
import { words } from '../words.ts'

/** What stands above the rows: the money up to the cut-off, who filed it, and the mark of the frozen version. */
export function ReturnHead({ filing, table }: { filing: FilingView; table: TableView }) {
  const t = useWords(words)
  const say = useText()
  const { head, rows } = table
  const [version] = filing.versions
  const pilotId = filing.pilotId ?? ''
  const execution = executionWords(head)
  const money = `/pilots/${pilotId}/money`
  return (
    <>
      <StatTiles>
        <StatTile label={t.award} value={<Money fen={head.awardFen} />} to={money} />
        <StatTile
          label={t.received}
          value={<Money fen={head.receivedFen} />}
          to={`${money}/ledger?kind=receive`}
          note={<DayText day={head.cutOff} />}
        />
        <StatTile
          label={t.spent}
          value={<Money fen={head.spentFen} />}
          to={`${money}/ledger?kind=pay`}
          note={<DayText day={head.cutOff} />}
        />
        <StatTile
          label={t.execution}
          value={say(execution.rate)}
          note={execution.ledger && say(execution.ledger)}
          to={`${money}/ledger`}
        />
      </StatTiles>
      <div className="panel">
        <KeyValue
          columns={3}
          facts={[
            { label: t.county, value: head.countyName },
            { label: t.park, value: head.parkName },
            { label: t.operator, value: <span className="number">{head.parkUscc || '—'}</span> },
            { label: t.cutOff, value: <DayText day={head.cutOff} /> },
            { label: t.timePassed, value: <Percent value={rows[0]?.timeProgress ?? null} /> },
            {
              label: t.heldTo,
              value: <PlanVersion pilotId={pilotId} plan={head.plan} pinned={version !== undefined} />,
            },
            head.filledBy !== null && { label: t.filledBy, value: head.filledBy },
            head.reviewedBy !== null && { label: t.reviewedBy, value: head.reviewedBy },
            version !== undefined && { label: t.submittedOn, value: <InstantText at={version.submittedAt} /> },
          ]}
        />
      </div>
    </>
  )
}
