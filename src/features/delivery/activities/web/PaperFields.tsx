import type { ProofKind } from '../../../../policy/records/proofs.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'

export type Papers = Partial<Record<ProofKind, UploadedFile[]>>

type PaperFieldsProps = {
  asked: readonly { readonly proof: ProofKind; readonly need: number }[]
  label: (proof: ProofKind, need: number) => string
  value: Papers
  onChange: (papers: Papers) => void
}

/** A place for each kind of paper that the edition asks for. */
export function PaperFields({ asked, label, value, onChange }: PaperFieldsProps) {
  return (
    <div className="form">
      {asked.map(({ proof, need }) => (
        <FileField
          key={proof}
          label={label(proof, need)}
          name={`papers.${proof}`}
          kinds={proof === 'photo' || proof === 'closure-photo' ? ['photo'] : []}
          camera={proof === 'photo'}
          max={20}
          waits
          maxBytes={50 * 1_048_576}
          value={value[proof] ?? []}
          onChange={(files) => onChange({ ...value, [proof]: files })}
        />
      ))}
    </div>
  )
}

export function papersOf(papers: Papers): { proof: ProofKind; fileId: string }[] {
  return Object.entries(papers).flatMap(([proof, files]) =>
    (files ?? []).map(({ fileId }) => ({ proof: proof as ProofKind, fileId })),
  )
}
