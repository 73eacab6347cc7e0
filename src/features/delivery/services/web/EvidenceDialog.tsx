import { Select } from 'antd'
import { type ProofKind, proofs } from '../../../../policy/records/proofs.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useWaitingCommand } from '../../../../ui/use-outbox.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import { addEvidence } from '../visit-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

/** Papers that come late; the kinds still missing stand first (GA1). */
export function EvidenceDialog({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const say = useText()
  const kinds = [...service.proofs].sort((a, b) => b.need - b.have - (a.need - a.have))
  const { form, change, typed, forget } = useKept<{ proof: ProofKind | null; files: UploadedFile[] }>(
    `service/${service.serviceId}/evidence`,
    { proof: null, files: [] },
  )
  const add = useWaitingCommand(addEvidence, {
    title: actWords['add-evidence'],
    about: service.enterprise.name,
    page: `/services/${service.serviceId}?act=add-evidence`,
    form: { key: `service/${service.serviceId}/evidence`, value: form },
    onDone: () => {
      forget()
      onDone()
    },
    onWaiting: () => {
      forget()
      onClose()
    },
  })
  const errors = fieldTexts(add.error, say)
  const fileError = Object.entries(errors).find(([field]) => field.startsWith('files'))?.[1]
  const proof = form.proof ?? kinds[0]?.proof ?? 'deliverable'
  const photo = proof === 'photo'
  const send = () =>
    add.send({
      params: { serviceId: service.serviceId },
      body: { proof, files: form.files.map((file) => file.fileId) },
    })
  return (
    <ActDialog
      typed={typed}
      title={t['add-evidence']}
      running={add.isPending}
      error={add.error}
      missing={[form.files.length === 0 && { field: 'files', label: photo ? t.photos : t.files }]}
      onOk={send}
      onCancel={onClose}
    >
      <Field label={t.proof} name="proof" required error={errors.proof}>
        {(bind) => (
          <Select
            {...bind}
            value={proof}
            onChange={(value: ProofKind) => change({ proof: value })}
            options={kinds.map((one) => ({
              value: one.proof,
              label: t.proofOption(say(proofs[one.proof]), one.have, one.need),
            }))}
          />
        )}
      </Field>
      <FileField
        label={photo ? t.photos : t.files}
        name="files"
        required
        kinds={photo ? ['photo'] : []}
        camera={photo}
        max={20}
        waits
        maxBytes={50 * 1_048_576}
        hint={photo ? t.photosHint : undefined}
        value={form.files}
        onChange={(files) => change({ files })}
        error={fileError}
      />
    </ActDialog>
  )
}
