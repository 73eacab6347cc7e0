import { KeyValue, StatTile, StatTiles } from '../../../ui/Figures.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PlanVersion } from '../../../ui/PlanVersion.tsx'
import { DayText, InstantText, Money, Percent } from '../../../ui/Values.tsx'
import type { ReturnView } from '../contract.ts'
import { words } from '../words.ts'

/** What stands above the rows: the money up to the cut-off, who filed it, and the mark of the frozen version. */
export function ReturnHead({ view }: { view: ReturnView }) {
  const t = useWords(words)
  const { head, rows, version, acceptance, recording, pilotId } = view
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
        <StatTile label={t.execution} value={<Percent value={head.executionRate} digits={2} />} />
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
              value: <PlanVersion pilotId={pilotId} plan={head.plan} pinned={version !== null} />,
            },
            head.filledBy !== null && { label: t.filledBy, value: head.filledBy },
            head.reviewedBy !== null && { label: t.reviewedBy, value: head.reviewedBy },
            version && { label: t.submittedOn, value: <InstantText at={version.submittedAt} /> },
            acceptance && {
              label: t.acceptedBy,
              value: (
                <>
                  {acceptance.byName} <InstantText at={acceptance.at} />
                </>
              ),
            },
            recording && {
              label: t.recordedBy,
              value: (
                <>
                  {recording.byName} <InstantText at={recording.at} /> · {t.recordUnder(recording.no)}
                </>
              ),
            },
            version && { label: t.fingerprint, wide: true, value: <code className="return-hash">{version.hash}</code> },
          ]}
        />
      </div>
    </>
  )
}
