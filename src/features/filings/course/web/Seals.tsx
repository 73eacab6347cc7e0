import { seatNames } from '../../../../policy/people/roles.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { instantText } from '../../../../ui/Values.tsx'
import type { FilingView } from '../contract.ts'
import { words } from './act-words.ts'
import { shownVersion } from './filing-view.ts'
import { useApproval } from './OpinionText.tsx'

/** On paper only: the boxes for the seals of who files and who has spoken. */
export function Seals({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const say = useText()
  const { done } = useApproval(filing)
  const version = shownVersion(filing)
  if (!version) return null
  const spoken = filing.seats.map((seat) => ({ seat, opinion: version.opinions.find((one) => one.seat === seat) }))
  return (
    <section className="filing-seals print-only">
      <Seal
        title={filing.unit.name}
        text={`${t.versionBy(version.no, version.submittedByName)} ${instantText(version.submittedAt)}`}
      />
      {spoken.map(({ seat, opinion }) => (
        <Seal
          key={seat}
          title={say(seatNames[seat])}
          text={
            opinion
              ? `${opinion.verdict === 'approve' ? done : t.returned} ${opinion.accountName} ${instantText(opinion.at)}`
              : t.opinionAwaited
          }
        />
      ))}
      <p className="filing-print-note">{filing.paperFoot ? say(filing.paperFoot) : t.version(version.no)}</p>
    </section>
  )
}

function Seal({ title, text }: { title: string; text: string }) {
  const t = useWords(words)
  return (
    <div className="filing-seal">
      <h3>{title}</h3>
      <p>{text}</p>
      <p className="filing-seal-line">{t.sealLine}</p>
    </div>
  )
}
