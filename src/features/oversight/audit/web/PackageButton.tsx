import { Button } from 'antd'
import { refusalText } from '../../../../policy/guide/refuse.ts'
import { checkPackageDays } from '../../../../policy/oversight/audit-package.ts'
import { type Day, dayOf, readDay } from '../../../../shared/dates.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { downloadUrl } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import * as contract from '../package-contract.ts'
import { words } from '../words.ts'

/** `from`, `to`: the days of the list, as they stand in the address; `listedFrom`: the first day that is listed where nobody says which. */
type PackageProps = { from: string | undefined; to: string | undefined; listedFrom: Day | null | undefined }

/** The auditor's package of the days that are listed; why there is none of them stands beside it. */
export function PackageButton({ from, to, listedFrom }: PackageProps) {
  const t = useWords(words)
  const last = to ? readDay(to) : dayOf(new Date())
  const first = from ? readDay(from) : (listedFrom ?? null)
  const refusal = first && last && checkPackageDays(first, last)
  if (!first || !last || refusal) {
    const because = refusal ? refusalText(refusal) : words.packageDays
    return (
      <ActionButton action={{ allowed: false, because, clause: null }} onClick={() => undefined}>
        {t.package}
      </ActionButton>
    )
  }
  return (
    <Button href={downloadUrl(contract.downloadPackage, {}, { from: first, to: last })} download>
      {t.package}
    </Button>
  )
}
