import { WarningOutlined } from '@ant-design/icons'
import { proofs } from '../../../../policy/records/proofs.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, InstantText } from '../../../../ui/Values.tsx'
import { FileLink, PhotoThumb } from '../../../programme/files/web/public.ts'
import { PersonalText } from '../../../programme/personal/web/public.ts'
import type { DoubtedAnswer, FindingItem, FindingView } from '../contract.ts'
import { findingWords } from './finding-words.ts'

/** Two things that cannot both be right, side by side; what lies outside the reader's scope is only named as such. */
export function FindingCard({ finding }: { finding: FindingView }) {
  const t = useWords(findingWords)
  // What the reader may see comes first.
  const sides = finding.item ? [finding.item, finding.other] : [finding.other, finding.item]
  return (
    <article className="finding">
      <header className="finding-head">
        <WarningOutlined aria-hidden /> {t[finding.kind]} <span className="clause">G3.4</span>
        <span className="soft">
          {t.raisedAt} <InstantText at={finding.raisedAt} />
        </span>
      </header>
      {finding.answer ? (
        <Answer answer={finding.answer} />
      ) : (
        <div className={finding.hasOther ? 'finding-pair' : 'finding-pair is-single'}>
          <Side item={sides[0] ?? null} />
          {finding.hasOther ? <Side item={sides[1] ?? null} /> : null}
        </div>
      )}
    </article>
  )
}

function Side({ item }: { item: FindingItem }) {
  const t = useWords(findingWords)
  const say = useText()
  if (!item) return <div className="finding-side finding-outside">{t.outside}</div>
  const { evidence, subject, subjectId, title, enterpriseName, parkName, day } = item
  const { file } = evidence
  const to = subject === 'service' ? `/services/${subjectId}` : `/activities/${subjectId}`
  return (
    <div className="finding-side">
      {file.mediaType.startsWith('image/') ? (
        <PhotoThumb file={{ ...file, capturedAt: null }} />
      ) : (
        <FileLink file={file} />
      )}
      <KeyValue
        columns={1}
        facts={[
          { label: t[subject], value: <AppLink to={to}>{title}</AppLink> },
          { label: t.park, value: parkName },
          enterpriseName !== null && { label: t.enterprise, value: enterpriseName },
          { label: t.proof, value: say(proofs[evidence.proof]) },
          day !== null && { label: t.day, value: <DayText day={day} /> },
          file.capturedAt !== null && { label: t.capturedAt, value: <InstantText at={file.capturedAt} /> },
          {
            label: t.boundBy,
            value: (
              <>
                {evidence.boundBy} <InstantText at={evidence.boundAt} />
              </>
            ),
          },
          { label: t.hash, value: <span className="number soft">{file.hash.slice(0, 16)}…</span> },
        ]}
      />
    </div>
  )
}

/** What an enterprise is said to have answered, and from where. */
function Answer({ answer }: { answer: DoubtedAnswer }) {
  const t = useWords(findingWords)
  return (
    <div className="finding-pair is-single">
      <div className="finding-side">
        <KeyValue
          columns={2}
          facts={[
            { label: t.service, value: <AppLink to={`/services/${answer.serviceId}`}>{answer.no}</AppLink> },
            { label: t.park, value: answer.parkName },
            { label: t.enterprise, value: answer.enterpriseName },
            {
              label: t.verdict,
              value: (
                <>
                  {t[answer.verdict]} <InstantText at={answer.givenAt} />
                </>
              ),
            },
            { label: t.by, value: answer.by },
            {
              label: t.address,
              value:
                answer.address === '' ? (
                  '—'
                ) : (
                  <PersonalText of="answer-address" id={answer.confirmationId} value={answer.address} />
                ),
            },
            answer.contactSetAt !== null && { label: t.contactSetAt, value: <InstantText at={answer.contactSetAt} /> },
            { label: t.agent, value: <span className="soft">{answer.agent || '—'}</span>, wide: true },
          ]}
        />
      </div>
    </div>
  )
}
