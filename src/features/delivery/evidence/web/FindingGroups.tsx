import { WarningOutlined } from '@ant-design/icons'
import { useWords } from '../../../../ui/language.tsx'
import { type FindingView, findingKinds } from '../contract.ts'
import { FindingCard } from './FindingCard.tsx'
import { findingWords } from './finding-words.ts'

/** The findings of one record by kind: a single one as it is, several of a kind behind one line that says how many. */
export function FindingGroups({ findings }: { findings: readonly FindingView[] }) {
  const t = useWords(findingWords)
  return findingKinds.map((kind) => {
    const found = findings.filter((one) => one.kind === kind)
    const cards = found.map((finding) => <FindingCard key={finding.findingId} finding={finding} />)
    if (found.length < 2) return cards
    return (
      <details key={kind} className="finding-group">
        <summary>
          <WarningOutlined aria-hidden /> {t[kind]} <span className="soft">{t.several(found.length)}</span>
        </summary>
        {cards}
      </details>
    )
  })
}
