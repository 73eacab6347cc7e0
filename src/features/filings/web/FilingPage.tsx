import { Async } from '../../../ui/Async.tsx'
import { useView } from '../../../ui/api.ts'
import { usePathParam, useUrl } from '../../../ui/url.ts'
import * as contract from '../contract.ts'
import { FilingEditor } from './FilingEditor.tsx'
import { FilingReader } from './FilingReader.tsx'
import { actionIn } from './filing-view.ts'
import './filings.css'

/** One form: to write while it is open for this reader, else to read, judge and record. */
export function FilingPage() {
  const filingId = usePathParam('filingId')
  const { search } = useUrl()
  const version = Number(search.version) || undefined
  const view = useView(contract.showFiling, { params: { filingId }, search: { version } }, { keepPrevious: true })
  return (
    <Async view={view}>
      {(filing) =>
        actionIn(filing, 'edit')?.allowed && version === undefined ? (
          <FilingEditor key={filing.filingId} filing={filing} />
        ) : (
          <FilingReader key={filing.filingId} filing={filing} />
        )
      }
    </Async>
  )
}
