import { useView } from '../../../../ui/api.ts'
import { type FilingView, showFiling } from '../contract.ts'

/**
 * The version before the one viewed, to mark in its place what changed; null while it is on its way and where there is none.
 */
export function useFormerContent({ filingId, viewed, versions }: FilingView) {
  const former = versions.find((one) => viewed !== null && one.no < viewed.no)
  const view = useView(
    showFiling,
    { params: { filingId }, search: { version: former?.no } },
    { enabled: former !== undefined },
  )
  return former && view.data?.viewed ? view.data.viewed.content : null
}
