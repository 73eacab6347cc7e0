import { Button } from 'antd'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useGo, usePathParam, useUrl } from '../../../../ui/url.ts'
import { type PilotView, showPilot } from '../../pilots/contract.ts'
import { usePilotTabs } from '../../pilots/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { BaselineContent } from './BaselineContent.tsx'
import { VersionList } from './VersionList.tsx'
import './baselines.css'

/** Every version of a pilot's plan: what made it, what it says, and what differs between any two. */
export function BaselinesPage() {
  const t = useWords(words)
  const go = useGo()
  const pilotId = usePathParam('pilotId')
  const pilot = useView(showPilot, { params: { pilotId } })
  const view = useView(contract.listBaselines, { params: { pilotId } })
  const tabs = usePilotTabs(pilotId)
  return (
    <Page
      title={t.title}
      subtitle={t.lede}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: pilot.data?.parkName ?? '…', to: `/pilots/${pilotId}` },
        { text: t.matters, to: `/pilots/${pilotId}/matters` },
      ]}
      tabs={tabs}
      actions={<Button onClick={() => go(`/pilots/${pilotId}/matters`)}>{t.matters}</Button>}
    >
      <Async view={view}>
        {({ versions }) =>
          versions.length === 0 ? (
            <EmptyState>
              <p>{t.none}</p>
            </EmptyState>
          ) : (
            <>
              <VersionList pilotId={pilotId} versions={versions} />
              <Async view={pilot}>{(shown) => <Chosen pilot={shown} versions={versions} />}</Async>
            </>
          )
        }
      </Async>
    </Page>
  )
}

type ChosenProps = { pilot: PilotView; versions: readonly contract.BaselineVersion[] }

/** The version the address names (the newest unless it names one), and the one it is compared with. */
function Chosen({ pilot, versions }: ChosenProps) {
  const { search } = useUrl()
  const at = Math.max(
    0,
    versions.findIndex((version) => String(version.no) === search.version),
  )
  const version = versions[at]
  if (!version) return null
  const asked = versions.find((one) => String(one.no) === search.against && one.no !== version.no)
  const other = search.against === '0' ? undefined : (asked ?? versions[at + 1])
  return <BaselineContent pilot={pilot} versions={versions} version={version} other={other} />
}
