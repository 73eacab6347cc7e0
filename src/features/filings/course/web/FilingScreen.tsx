import { isAllowed } from '../../../../ui/ability.ts'
import { useUrl } from '../../../../ui/url.ts'
import { FilingEditor } from './FilingEditor.tsx'
import { FilingReader } from './FilingReader.tsx'
import type { ScreenProps } from './kind-screens.ts'
import { opinionKey } from './use-marks.ts'

/** One filing: to write while it is open for this reader, else to read, judge and record. */
export function FilingScreen({ filing, kind, place }: ScreenProps) {
  const { search } = useUrl()
  const writes = isAllowed(filing.actions, 'edit') && !search.version
  const Screen = writes ? FilingEditor : FilingReader
  return <Screen key={opinionKey('filing', filing)} filing={filing} kind={kind} place={place} />
}
