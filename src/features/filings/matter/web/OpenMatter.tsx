import { Select } from 'antd'
import { useState } from 'react'
import { type MatterKind, matterFieldNames, matterKindList, matterKinds } from '../../../../policy/plan/matter.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useGo } from '../../../../ui/url.ts'
import type { PilotView } from '../../../programme/pilots/contract.ts'
import { openFiling } from '../../course/contract.ts'
import { words } from '../words.ts'
import { KindHint } from './KindHint.tsx'
import { MomentInput } from './MomentInput.tsx'

/** Kind and moment: enough for the clock to run; the rest is written on the page. */
export function OpenMatter({ pilot, open, onClose }: { pilot: PilotView; open: boolean; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const [kind, setKind] = useState<MatterKind>('target-change')
  const [occurredAt, setOccurredAt] = useState<string>(() => new Date().toISOString())
  const command = useCommand(openFiling, { onDone: ({ filingId }) => go(`/matters/${filingId}`) })
  return (
    <ConfirmDialog
      open={open}
      title={t.open}
      okText={t.open}
      running={command.isPending}
      error={command.error}
      onConfirm={() =>
        command.mutate({
          body: {
            batchId: pilot.batchId,
            unitId: pilot.parkId,
            kind: 'major-matter',
            period: '',
            opening: { kind, occurredAt },
          },
        })
      }
      onCancel={onClose}
    >
      <p className="soft">{t.openNote}</p>
      <div className="form">
        <Field label={say(matterFieldNames.kind)} name="kind" required hint={<KindHint kind={kind} />}>
          {(bind) => (
            <Select
              {...bind}
              value={kind}
              options={matterKindList.map((value) => ({ value, label: say(matterKinds[value]) }))}
              onChange={setKind}
            />
          )}
        </Field>
        <MomentInput value={occurredAt} onChange={setOccurredAt} />
      </div>
    </ConfirmDialog>
  )
}
