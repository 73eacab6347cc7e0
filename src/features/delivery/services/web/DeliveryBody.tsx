import { proofs } from '../../../../policy/records/proofs.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { FactDay, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { ServiceView } from '../contract.ts'
import { courseWords } from '../words.ts'

/** Photos, contract and money papers have a step of their own; the rest is what was delivered. */
const elsewhere = ['photo', 'contract', 'scheme', 'invoice', 'bank-receipt']

export function DeliveryBody({ deliveries, evidence }: Pick<ServiceView, 'deliveries' | 'evidence'>) {
  const t = useWords(courseWords)
  const say = useText()
  const papers = evidence.filter(({ proof }) => !elsewhere.includes(proof))
  return (
    <>
      {deliveries.map((one) => (
        <p key={`${one.on}-${one.title}-${one.superseded}`} className={one.superseded ? 'soft' : undefined}>
          {one.title}
          {one.resultNo ? (
            <>
              {' '}
              · {t.resultNo} <span className="number">{one.resultNo}</span>
            </>
          ) : null}{' '}
          <span className="soft">
            <FactDay day={one.on} enteredAt={one.recordedAt} /> {one.by}
          </span>{' '}
          {one.remedy ? <span className="prose">{t.remedy(one.remedy)}</span> : null}{' '}
          {one.superseded ? (
            <StatusTag tone={one.deliveredAnew ? 'neutral' : 'warning'}>
              {one.deliveredAnew ? t.superseded : t.toDeliverAnew}
            </StatusTag>
          ) : null}
        </p>
      ))}
      <ul className="papers">
        {papers.map(({ evidenceId, proof, file }) => (
          <li key={evidenceId}>
            <span className="soft">{say(proofs[proof])}</span> <FileLink file={file} />
          </li>
        ))}
      </ul>
    </>
  )
}
