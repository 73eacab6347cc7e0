import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { dayOf } from '../../../../shared/dates.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor, abilityNamed, isAllowed } from '../../../../ui/ability.ts'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { Section, StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { Money } from '../../../../ui/Values.tsx'
import { usePilotCrumbs, usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { downloadArchive } from '../../archive/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Conditions } from './Conditions.tsx'
import { ConfirmStepDialog, EndDialog, ProposeDialog, RecordDialog } from './StepDialogs.tsx'
import { Steps } from './Steps.tsx'
import './close-out.css'

/** The end of a pilot: its conditions, met or not, the three steps, and the archive once it is closed (G5.3). */
export function CloseOutPage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const tabs = usePilotTabs(pilotId)
  const crumbs = usePilotCrumbs(pilotId)
  const view = useView(contract.showCloseOut, { params: { pilotId } })
  return (
    <Page
      title={t.title}
      subtitle={view.data && `${view.data.parkName} · ${view.data.batchName}`}
      crumbs={crumbs}
      tabs={tabs}
    >
      <Async view={view}>{(page) => <CloseOut page={page} />}</Async>
    </Page>
  )
}

function CloseOut({ page }: { page: contract.CloseOutPage }) {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const { pilotId, conditions, money, closeOut, former, actions } = page
  const open = (act: string) => setSearch({ act }, { replace: false })
  const close = () => setSearch({ act: null })
  const asked = abilityNamed(actions, String(search.act))?.allowed ? search.act : null
  const state = closeOut?.state ?? null
  const closedOn = closeOut?.recorded && dayOf(new Date(closeOut.recorded.at))
  return (
    <>
      {closedOn ? (
        <div className="close-out-notice" role="note">
          <strong>{t.closedTitle}</strong>
          <div>{t.closedText(closedOn)}</div>
        </div>
      ) : null}
      <StatTiles>
        <StatTile label={t.award} value={<Money fen={money.awardFen} />} />
        <StatTile label={t.disbursed} value={<Money fen={money.disbursedFen} />} />
        <StatTile label={t.spent} value={<Money fen={money.spentFen} />} />
        <StatTile label={t.held} value={<Money fen={money.heldFen} />} />
      </StatTiles>
      <Section
        title={t.steps}
        note={t.stepsNote}
        actions={
          <>
            {state === null ? (
              <ActionButton type="primary" action={abilityFor(actions, 'propose')} onClick={() => open('propose')}>
                {t.propose}
              </ActionButton>
            ) : null}
            {state === 'proposed' ? (
              <ActionButton type="primary" action={abilityFor(actions, 'confirm')} onClick={() => open('confirm')}>
                {t.confirm}
              </ActionButton>
            ) : null}
            {state === 'confirmed' ? (
              <ActionButton type="primary" action={abilityFor(actions, 'record')} onClick={() => open('record')}>
                {t.record}
              </ActionButton>
            ) : null}
            {state === 'proposed' || state === 'confirmed' ? (
              <ActionButton danger action={abilityFor(actions, 'end')} onClick={() => open('end')}>
                {t.end}
              </ActionButton>
            ) : null}
            {isAllowed(actions, 'archive') ? (
              <Button
                type="primary"
                href={downloadUrl(downloadArchive, { pilotId })}
                download
                icon={<DownloadOutlined aria-hidden />}
              >
                {t.archive}
              </Button>
            ) : null}
          </>
        }
      >
        {closeOut ? <Steps closeOut={closeOut} /> : <p className="empty">{t.none}</p>}
        {isAllowed(actions, 'archive') ? <p className="soft close-out-archive">{t.archiveNote}</p> : null}
      </Section>
      <Section title={t.conditions} note={t.conditionsNote}>
        <Conditions conditions={conditions} />
      </Section>
      {former.length > 0 ? (
        <Section title={t.former}>
          {former.map((one) => (
            <Steps key={one.closeOutId} closeOut={one} />
          ))}
        </Section>
      ) : null}
      {asked === 'propose' ? <ProposeDialog pilotId={pilotId} onClose={close} /> : null}
      {closeOut && asked === 'confirm' ? <ConfirmStepDialog closeOutId={closeOut.closeOutId} onClose={close} /> : null}
      {closeOut && asked === 'record' ? <RecordDialog closeOutId={closeOut.closeOutId} onClose={close} /> : null}
      {closeOut && asked === 'end' ? <EndDialog closeOutId={closeOut.closeOutId} onClose={close} /> : null}
    </>
  )
}
