import { serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { address } from '../../../../shared/route.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, instantText, Money } from '../../../../ui/Values.tsx'
import * as contract from '../confirmation-contract.ts'
import { words } from '../confirmation-words.ts'

type ServiceFactsProps = { service: contract.LinkedService; token: string }

/** Who served whom with what, when, and what it looked like. */
export function ServiceFacts({ service, token }: ServiceFactsProps) {
  const t = useWords(words)
  const say = useText()
  const shot = (at: string | null) => (at ? instantText(at) : '')
  return (
    <>
      <h2 className="confirm-asked">{t.asked(service.enterpriseName)}</h2>
      {service.dispute ? (
        <section className="panel">
          <h3>{t.disputed(service.dispute.on)}</h3>
          <p className="prose">{service.dispute.comment}</p>
          <KeyValue
            columns={1}
            facts={[
              { label: t.deliveredThen, value: service.dispute.title },
              { label: t.remedy, value: <strong>{service.dispute.remedy}</strong> },
            ]}
          />
        </section>
      ) : null}
      <section className="panel">
        <KeyValue
          columns={1}
          facts={[
            { label: t.agency, value: <strong>{service.agencyName}</strong> },
            { label: t.service, value: `${say(serviceKinds[service.kind])} · ${service.productName}` },
            { label: t.result, value: service.title },
            service.resultNo !== '' && { label: t.resultNo, value: <span className="number">{service.resultNo}</span> },
            { label: t.deliveredOn, value: <DayText day={service.deliveredOn} /> },
            service.enterpriseFen > 0 && { label: t.enterprisePays, value: <Money fen={service.enterpriseFen} /> },
            { label: t.park, value: service.parkName },
            service.parkPhone !== null && {
              label: t.parkPhone,
              value: <a href={`tel:${service.parkPhone}`}>{service.parkPhone}</a>,
            },
          ]}
        />
      </section>
      {service.visits.length > 0 ? (
        <section className="panel">
          <h3>{t.visits}</h3>
          <ul className="confirm-visits">
            {service.visits.map((visit) => (
              <li key={`${visit.on}-${visit.content}`}>
                <DayText day={visit.on} /> {visit.place ? `${visit.place}：` : ''}
                {visit.content}
              </li>
            ))}
          </ul>
          {service.photos.length > 0 ? (
            <div className="confirm-photos">
              {service.photos.map((photo) => (
                <a
                  key={photo.evidenceId}
                  href={address(contract.linkPhoto, { token, evidenceId: photo.evidenceId })}
                  target="_blank"
                  rel="noreferrer"
                >
                  <img
                    src={address(contract.linkPhoto, { token, evidenceId: photo.evidenceId })}
                    alt={t.photo(shot(photo.capturedAt))}
                    loading="lazy"
                  />
                </a>
              ))}
            </div>
          ) : null}
        </section>
      ) : null}
    </>
  )
}
