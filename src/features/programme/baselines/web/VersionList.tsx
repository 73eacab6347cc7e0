import { isMatterKind, matterKinds } from '../../../../policy/plan/matter.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, InstantText, ShortList, StatusTag, usePeriodText } from '../../../../ui/Values.tsx'
import type { BaselineVersion } from '../contract.ts'
import { words } from '../words.ts'

/** The versions, newest first, each with what made it and what stands under it. */
export function VersionList({ pilotId, versions }: { pilotId: string; versions: readonly BaselineVersion[] }) {
  const t = useWords(words)
  const say = useText()
  const periodText = usePeriodText()
  const holding = versions.find((version) => version.holds)?.no ?? 0
  return (
    <DataTable
      label={t.title}
      rows={versions}
      rowKey={(row) => row.id}
      rowTo={(row) => `/pilots/${pilotId}/baselines?version=${row.no}`}
      columns={[
        { key: 'no', title: t.version, width: 90, show: (row) => t.no(row.no) },
        {
          key: 'holds',
          title: t.inForceFrom,
          width: 200,
          sort: ({ inForceFrom }) => inForceFrom,
          show: (row) => (
            <>
              <DayText day={row.inForceFrom} />{' '}
              <StatusTag tone={row.holds ? 'good' : row.no > holding ? 'active' : 'neutral'}>
                {row.holds ? t.holds : row.no > holding ? t.coming : t.former}
              </StatusTag>
            </>
          ),
        },
        {
          key: 'madeBy',
          title: t.madeBy,
          width: 220,
          sort: ({ matter }) => matter?.no,
          show: ({ matter }) =>
            matter ? (
              <AppLink to={`/matters/${matter.filingId}`}>
                {matter.no} {isMatterKind(matter.kind) ? say(matterKinds[matter.kind]) : matter.kind}
              </AppLink>
            ) : (
              <AppLink to={`/pilots/${pilotId}/plan/review`}>{t.firstPlan}</AppLink>
            ),
        },
        { key: 'lockedAt', title: t.lockedAt, width: 150, show: (row) => <InstantText at={row.lockedAt} /> },
        {
          key: 'returns',
          title: t.returns,
          width: 200,
          sort: ({ returns }) => returns.length,
          show: (row) =>
            row.returns.length > 0 ? (
              <ShortList names={row.returns.map(periodText)} />
            ) : (
              <span className="soft">{t.noReturns}</span>
            ),
        },
      ]}
    />
  )
}
