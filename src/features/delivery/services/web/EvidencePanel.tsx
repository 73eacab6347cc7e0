import { type ProofKind, proofs } from '../../../../policy/records/proofs.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Count } from '../../../../ui/Values.tsx'
import { FileLink, PhotoThumb } from '../../../programme/files/web/public.ts'
import type { ServiceView } from '../contract.ts'
import { words } from '../words.ts'

/** Every paper and photo, by what it proves. */
export function EvidencePanel({ evidence }: Pick<ServiceView, 'evidence'>) {
  const t = useWords(words)
  const say = useText()
  const kinds = [...new Set(evidence.map((one) => one.proof))]
  return (
    <Section id="evidence" title={t.evidence} actions={<Count value={evidence.length} />}>
      {kinds.length === 0 ? <p className="soft">{t.noEvidence}</p> : null}
      {kinds.map((kind: ProofKind) => {
        const mine = evidence.filter((one) => one.proof === kind)
        const photos = mine.filter(({ file }) => file.mediaType.startsWith('image/'))
        const papers = mine.filter(({ file }) => !file.mediaType.startsWith('image/'))
        return (
          <div key={kind} className="proof-group">
            <h3 className="proof-name">{say(proofs[kind])}</h3>
            <div className="photos">
              {photos.map(({ evidenceId, file }) => (
                <PhotoThumb key={evidenceId} file={file} />
              ))}
            </div>
            <ul className="papers">
              {papers.map(({ evidenceId, file }) => (
                <li key={evidenceId}>
                  <FileLink file={file} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </Section>
  )
}
