import { AppLink } from '../../../../ui/AppLink.tsx'
import { useView } from '../../../../ui/api.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { showLiaison } from '../../../programme/liaison/contract.ts'
import { words } from '../words.ts'

/** Whom to call in a county: its liaison officers in force, batch by batch. */
export function CountyOfficers({ countyId, batchId }: { countyId: string; batchId: string | undefined }) {
  const t = useWords(words)
  const view = useView(showLiaison, { search: { countyId, ...(batchId ? { batchId } : {}) } })
  const counties = view.data?.counties ?? []
  return (
    <>
      {counties.map(({ batchId: id, batchName, officers }) => (
        <Section key={id} title={`${t.liaison} · ${batchName}`}>
          {officers.length === 0 ? <p className="soft">{t.liaisonNone}</p> : null}
          <KeyValue
            columns={2}
            facts={officers.map(({ unit, seat, name, mobile, phone }) => ({
              label: `${unit} ${seat === 'A' ? t.seatA : t.seatB}`,
              value: (
                <>
                  {name} <span className="number">{mobile || phone}</span>
                </>
              ),
            }))}
          />
          <AppLink to={`/liaison?batch=${id}&county=${countyId}`}>{t.liaisonAll}</AppLink>
        </Section>
      ))}
    </>
  )
}
