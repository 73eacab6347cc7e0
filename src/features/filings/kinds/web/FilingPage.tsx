import { usePathParam } from '../../../../ui/url.ts'
import { OneFiling } from './OneFiling.tsx'

/** One filing by its id, whatever its kind. */
export function FilingPage() {
  return <OneFiling filingId={usePathParam('filingId')} />
}
