import type { ReactNode } from 'react'
import { formatYuan } from '../../../../shared/money.ts'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page, PageTabs } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { Money } from '../../../../ui/Values.tsx'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { useMoneyTabs } from './public.ts'
import './money.css'

export type Funds = Reply<typeof contract.showFunds>

/** Title, the four sums of a pilot and the three tabs; each sum opens the entries behind it. */
export function MoneyFrame({ children }: { children: (funds: Funds) => ReactNode }) {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const view = useView(contract.showFunds, { params: { pilotId } })
  const base = `/pilots/${pilotId}/money`
  const tabs = usePilotTabs(pilotId)
  const moneyTabs = useMoneyTabs(pilotId)
  return (
    <Page
      title={t.title}
      subtitle={view.data ? `${view.data.parkName} · ${view.data.batchName}` : undefined}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: view.data?.parkName ?? t.backToPilot, to: `/pilots/${pilotId}` },
      ]}
      actions={<PrintButton />}
      tabs={tabs}
    >
      <PageTabs inside label={t.title} tabs={moneyTabs} />
      <Async view={view}>
        {(funds) => (
          <>
            <Sums money={funds.money} base={base} />
            {children(funds)}
          </>
        )}
      </Async>
    </Page>
  )
}

function Sums({ money, base }: { money: Funds['money']; base: string }) {
  const t = useWords(words)
  const entries = (kind: string) => `${base}/ledger?kind=${kind}`
  return (
    <StatTiles>
      <StatTile
        label={t.award}
        value={<Money fen={money.awardFen} />}
        to={entries('award')}
        note={
          money.deductedFen > 0
            ? t.awardLess(formatYuan(money.undisbursedFen), formatYuan(money.deductedFen))
            : t.awardNote(formatYuan(money.undisbursedFen))
        }
      />
      <StatTile
        label={t.disbursed}
        value={<Money fen={money.disbursedFen} />}
        to={entries('release')}
        note={
          money.recoveredFen > 0
            ? t.disbursedLess(formatYuan(money.recoveredFen), formatYuan(money.cashFen))
            : t.disbursedNote(formatYuan(money.inTransitFen), formatYuan(money.cashFen))
        }
      />
      <StatTile
        label={t.committed}
        value={<Money fen={money.committedFen} />}
        to={entries('commit')}
        note={
          money.coveredFen < money.availableFen
            ? t.committedLess(formatYuan(money.availableFen), formatYuan(money.coveredFen))
            : t.committedNote(formatYuan(money.availableFen))
        }
      />
      <StatTile
        label={t.spent}
        value={<Money fen={money.spentFen} />}
        to={entries('pay')}
        note={t.spentNote(formatYuan(money.payableFen))}
      />
    </StatTiles>
  )
}
