import { WarningOutlined } from '@ant-design/icons'
import { proofs } from '../../../../policy/records/proofs.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, InstantText } from '../../../../ui/Values.tsx'
import { FileLink, PhotoThumb } from '../../../programme/files/web/public.ts'
import type { FindingItem, FindingView } from '../contract.ts'
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
      <div className={finding.hasOther ? 'finding-pair' : 'finding-pair is-single'}>
        <Side item={sides[0] ?? null} />
        {finding.hasOther ? <Side item={sides[1] ?? null} /> : null}
      </div>
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
