import { Alert } from 'antd'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useView } from '../../../../ui/api.ts'
import { KeyValue, Section, StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Count, DayText, StatusTag } from '../../../../ui/Values.tsx'
import type { PilotView } from '../../../programme/pilots/contract.ts'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { showLists } from '../contract.ts'
import { words } from '../words.ts'

/** A park that serves without a pilot, at a glance (G6.1). */
export function StandingOverview({ pilot }: { pilot: PilotView }) {
  const t = useWords(words)
  const tabs = usePilotTabs(pilot.pilotId)
  const at = `/pilots/${pilot.pilotId}`
  const lists = useView(showLists, { params: { pilotId: pilot.pilotId } })
  const isEmpty = lists.data?.enterprises.rows.length === 0 || lists.data?.agencies.products.length === 0
  return (
    <Page
      title={pilot.parkName}
      crumbs={[{ text: t.title, to: '/standing' }]}
      status={<StatusTag tone="neutral">{t.title}</StatusTag>}
      subtitle={`${pilot.countyName} · ${pilot.batchName}`}
      tabs={tabs}
    >
      {isEmpty ? (
        <Alert
          type="info"
          showIcon
          className="notice"
          title={t.listsEmpty}
          description={<AppLink to={`${at}/lists`}>{t.lists}</AppLink>}
        />
      ) : null}
      <StatTiles>
        <StatTile label={t.services} value={<Count value={pilot.services} />} to={`${at}/services`} />
      </StatTiles>
      <Section title={t.title} note={t.outside}>
        <KeyValue
          columns={1}
          facts={[
            { label: t.since, value: <DayText day={pilot.admittedOn} /> },
            {
              label: t.work,
              value: (
                <>
                  <AppLink to={`${at}/lists`}>{t.lists}</AppLink>{' '}
                  <AppLink to={`${at}/enterprises`}>{t.enterprises}</AppLink>{' '}
                  <AppLink to={`${at}/services`}>{t.services}</AppLink>{' '}
                  <AppLink to={`${at}/activities`}>{t.activities}</AppLink>
                </>
              ),
            },
          ]}
        />
      </Section>
    </Page>
  )
}
