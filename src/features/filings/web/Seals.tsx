import { seatNames } from '../../../policy/roles.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { instantText } from '../../../ui/Values.tsx'
import { words } from '../words.ts'
import type { FilingView } from './filing-view.ts'

/** On paper only: the boxes for the seals of who files and who has spoken. */
export function Seals({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const say = useText()
  const { shown, versions, unit, seats } = filing
  const version = versions.find((one) => one.no === shown?.no)
  if (!version) return null
  return (
    <section className="filing-seals print-only">
      <div className="filing-seal">
        <h3>{unit.name}</h3>
        <p>
          {t.versionBy(version.no, version.submittedByName)} {instantText(version.submittedAt)}
        </p>
        <p className="filing-seal-line">{t.sealLine}</p>
      </div>
      {seats.map((seat) => {
        const opinion = version.opinions.find((one) => one.seat === seat)
        return (
          <div key={seat} className="filing-seal">
            <h3>{say(seatNames[seat])}</h3>
            <p>
              {opinion
                ? `${opinion.verdict === 'approve' ? t.approved : t.returned} ${opinion.accountName} ${instantText(opinion.at)}`
                : t.opinionAwaited}
            </p>
            <p className="filing-seal-line">{t.sealLine}</p>
          </div>
        )
      })}
      <p className="filing-print-note">
        {t.version(version.no)} · {t.hash} {version.hash}
      </p>
    </section>
  )
}
