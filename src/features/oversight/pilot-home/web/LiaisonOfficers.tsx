import { AppLink } from '../../../../ui/AppLink.tsx'
import { useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { StatusTag } from '../../../../ui/Values.tsx'
import { type OfficerView, showLiaison } from '../../../programme/liaison/contract.ts'
import type { PilotView } from '../../../programme/pilots/contract.ts'
import { words } from '../words.ts'

/** Whom to call about this pilot: the officers of its county's bureaus and of the park itself. */
export function LiaisonOfficers({ pilot }: { pilot: PilotView }) {
  const t = useWords(words)
  const { batchId, countyId, parkName } = pilot
  const view = useView(showLiaison, { search: { batchId, countyId } })
  const all = view.data?.counties[0]?.officers ?? []
  const officers = all.filter(({ unitKind, unit }) => unitKind !== 'park' || unit === parkName)
  return (
    <Section title={t.liaison} note={t.liaisonNote}>
      {officers.length === 0 ? (
        <p className="soft">{t.liaisonNone}</p>
      ) : (
        <ul className="pilot-officers">
          {officers.map((officer) => (
            <Officer key={officer.officerId} officer={officer} />
          ))}
        </ul>
      )}
      <AppLink to={`/liaison?batch=${batchId}&county=${countyId}`}>{t.liaisonAll}</AppLink>
    </Section>
  )
}

function Officer({ officer: { unit, seat, name, phone, mobile } }: { officer: OfficerView }) {
  const t = useWords(words)
  return (
    <li>
      <div>
        <StatusTag tone={seat === 'A' ? 'active' : 'neutral'}>{seat === 'A' ? t.seatA : t.seatB}</StatusTag> {name}
      </div>
      <div className="soft">
        {unit} · <span className="number">{mobile || phone}</span>
      </div>
    </li>
  )
}
