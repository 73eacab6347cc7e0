import type { ReactNode } from 'react'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import type { FilingView } from '../../course/contract.ts'
import * as contract from '../contract.ts'
import type { MatterView } from './matter-view.ts'

/** What a matter has beside its filing, once it is there. */
export function OfMatter({ filing, children }: { filing: FilingView; children: (matter: MatterView) => ReactNode }) {
  const view = useView(contract.showMatter, { params: { filingId: filing.filingId } })
  return <Async view={view}>{children}</Async>
}
