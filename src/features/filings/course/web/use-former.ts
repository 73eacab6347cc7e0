import { useView } from '../../../../ui/api.ts'
import { type FilingView, showFiling } from '../contract.ts'

/**
 * The version before the one shown, to mark in its place what changed; null while it is on its way and where there is none.
 */
export function useFormerContent({ filingId, shown, versions }: FilingView) {
  const former = versions.find((one) => shown !== null && one.no < shown.no)
  const view = useView(
    showFiling,
    { params: { filingId }, search: { version: former?.no } },
    { enabled: former !== undefined },
  )
  return former && view.data?.shown ? view.data.shown.content : null
}
