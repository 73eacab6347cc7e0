import { useWords } from '../../../../ui/language.tsx'
import { InstantText, instantText, StatusTag } from '../../../../ui/Values.tsx'
import type { ServiceView } from '../contract.ts'
import { courseWords } from '../words.ts'

/** What the enterprise said to each delivery, or that a link waits for its word. */
export function AnswerBody({ service }: { service: ServiceView }) {
  const t = useWords(courseWords)
  const answers = service.deliveries.flatMap(({ answer }) => (answer ? [answer] : []))
  if (answers.length === 0 && !service.link) return null
  return (
    <>
      {answers.map((one) => (
        <div key={one.givenAt}>
          <StatusTag tone={one.verdict === 'confirmed' ? 'good' : 'bad'}>{t[one.verdict]}</StatusTag>{' '}
          {one.rating === null ? null : (
            <span role="img" className="stars" aria-label={`${t.rating} ${one.rating}/5`}>
              {'★'.repeat(one.rating)}
              {'☆'.repeat(5 - one.rating)}
            </span>
          )}{' '}
          <span className="soft">
            {one.byLink ? t.signedByLink(one.by) : one.by} <InstantText at={one.givenAt} />
          </span>
          {one.comment ? <p className="prose">{one.comment}</p> : null}
        </div>
      ))}
      {service.link ? <p className="soft">{t.linkOpen(service.link.by, instantText(service.link.expiresAt))}</p> : null}
    </>
  )
}
