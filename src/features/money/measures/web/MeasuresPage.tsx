import { Alert } from 'antd'
import { formatYuan } from '../../../../shared/money.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { Section, StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page, PageTabs } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { Money } from '../../../../ui/Values.tsx'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { useActName } from '../../../programme/signing/web/public.ts'
import { useMoneyTabs } from '../../funds/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { MeasureActs } from './MeasureActs.tsx'
import { MeasureCard } from './MeasureCard.tsx'
import type { Measures } from './MeasureParts.tsx'
import { PreparedMeasures } from './PreparedMeasures.tsx'

/** What was decided against a pilot, what it owes by when and what came back (G5.3). */
export function MeasuresPage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const tabs = usePilotTabs(pilotId)
  const moneyTabs = useMoneyTabs(pilotId)
  const { search, setSearch } = useUrl()
  const me = useMe()
  const view = useView(contract.listMeasures, { params: { pilotId } })
  const found = view.data
  const actName = useActName()
  const isPark = me.unitKind === 'park'
  const open = (measure: string, act: string, row?: string) =>
    setSearch({ act, measure, row: row ?? null }, { replace: false })
  const close = () => setSearch({ act: null, measure: null, row: null })
  return (
    <Page
      title={t.title}
      subtitle={found ? `${found.parkName} · ${found.batchName}` : undefined}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: found?.parkName ?? t.park, to: `/pilots/${pilotId}` },
      ]}
      tabs={tabs}
      actions={
        isPark ? null : (
          <ActionButton
            type="primary"
            action={found && abilityFor(found.actions, 'decide')}
            onClick={() => setSearch({ act: 'decide' }, { replace: false })}
          >
            {actName(t.decide, found?.takesTwo.includes('measure') ?? false)}
          </ActionButton>
        )
      }
    >
      <PageTabs inside label={t.title} tabs={moneyTabs} />
      <Async view={view}>
        {(measures) => (
          <>
            <Sums money={measures.money} base={`/pilots/${pilotId}/money/ledger`} />
            {measures.closedOn ? (
              <Alert type="info" showIcon className="notice" title={t.closedNote(measures.closedOn)} />
            ) : null}
            <p className="soft">{isPark ? t.noteForPark : t.note}</p>
            <PreparedMeasures prepared={measures.prepared} unsigned={measures.unsigned} />
            {measures.measures.length === 0 ? (
              <Section title={t.title}>
                <p className="empty">{t.none}</p>
              </Section>
            ) : (
              measures.measures.map((one) => (
                <MeasureCard
                  key={one.measureId}
                  measure={one}
                  takesTwo={measures.takesTwo}
                  onAct={isPark ? null : (act, row) => open(one.measureId, act, row)}
                />
              ))
            )}
            {search.act === 'decide' && abilityFor(measures.actions, 'decide')?.allowed ? (
              <DecideDialog pilotId={pilotId} found={measures} onClose={close} />
            ) : null}
            <MeasureActs found={measures} onClose={close} />
          </>
        )}
      </Async>
    </Page>
  )
}

function Sums({ money, base }: { money: Measures['money']; base: string }) {
  const t = useWords(words)
  const entries = (kind: string) => `${base}?kind=${kind}`
  return (
    <StatTiles>
      <StatTile
        label={t.left}
        value={<Money fen={money.leftFen} />}
        note={t.leftNote(formatYuan(money.awardFen), formatYuan(money.releasedFen))}
      />
      <StatTile label={t.deducted} value={<Money fen={money.deductedFen} />} to={entries('deduct')} />
      <StatTile
        label={t.claimed}
        value={<Money fen={money.claimedFen} />}
        to={entries('claim')}
        note={t.recoverableNote(formatYuan(money.recoverableFen))}
      />
      <StatTile label={t.recovered} value={<Money fen={money.recoveredFen} />} to={entries('pay-back')} />
    </StatTiles>
  )
}
