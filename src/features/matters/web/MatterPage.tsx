import { filingStateNames } from '../../../policy/filing.ts'
import { matterKinds } from '../../../policy/matter.ts'
import { actionNamed } from '../../../ui/ActionButton.tsx'
import { Async } from '../../../ui/Async.tsx'
import { downloadUrl, useView } from '../../../ui/api.ts'
import { DownloadPaper } from '../../../ui/DownloadPaper.tsx'
import { useLanguage, useText, useWords } from '../../../ui/language.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { usePathParam, useUrl } from '../../../ui/url.ts'
import { InstantText, StatusTag } from '../../../ui/Values.tsx'
import { filingWord } from '../../papers/contract.ts'
import { type PilotView, showPilot } from '../../pilots/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { MatterEditor } from './MatterEditor.tsx'
import { MatterReader } from './MatterReader.tsx'
import { stateTones } from './matter-columns.tsx'
import type { MatterView } from './matter-view.ts'
import { VersionChoice } from './VersionChoice.tsx'
import './matters.css'

/** One major matter: to write while it is with the park, else to read and to speak on. */
export function MatterPage() {
  const filingId = usePathParam('filingId')
  const { search } = useUrl()
  const version = Number(search.version) || undefined
  const view = useView(contract.showMatter, { params: { filingId }, search: { version } }, { keepPrevious: true })
  return <Async view={view}>{(matter) => <OfPilot matter={matter} />}</Async>
}

function OfPilot({ matter }: { matter: MatterView }) {
  const pilot = useView(showPilot, { params: { pilotId: matter.pilotId } })
  return <Async view={pilot}>{(shown) => <Matter matter={matter} pilot={shown} />}</Async>
}

function Matter({ matter, pilot }: { matter: MatterView; pilot: PilotView }) {
  const t = useWords(words)
  const say = useText()
  const { search } = useUrl()
  const { language } = useLanguage()
  const editing = (actionNamed(matter.actions, 'edit')?.allowed ?? false) && !search.version
  const paper = { language, ...(matter.shown ? { version: matter.shown.no } : {}) }
  const submitted = matter.versions.find((one) => one.no === matter.shown?.no)
  return (
    <Page
      title={`${t.report} ${matter.no}`}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: pilot.parkName, to: `/pilots/${pilot.pilotId}` },
        { text: t.title, to: `/pilots/${pilot.pilotId}/matters` },
      ]}
      status={<StatusTag tone={stateTones[matter.state]}>{say(filingStateNames[matter.state])}</StatusTag>}
      subtitle={
        <span className="matter-facts">
          <span>{say(matterKinds[matter.kind])}</span>
          <span>
            {t.occurred} <InstantText at={matter.occurredAt} />
          </span>
          <span>{submitted ? `${t.version(submitted.no)} · ${submitted.submittedByName}` : t.notSubmitted}</span>
        </span>
      }
      actions={
        <>
          <VersionChoice matter={matter} />
          <DownloadPaper word={downloadUrl(filingWord, { filingId: matter.filingId }, paper)} />
          <PrintButton />
        </>
      }
    >
      {editing ? <MatterEditor matter={matter} pilot={pilot} /> : <MatterReader matter={matter} pilot={pilot} />}
    </Page>
  )
}
