import { Select } from 'antd'
import { findEdition, obligationOf } from '../../../../policy/editions/edition.ts'
import { type MatterKind, matterFieldNames, matterKindList, matterKinds } from '../../../../policy/plan/matter.ts'
import { reportBy } from '../../../../policy/plan/matter-clock.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useGo } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { instantText } from '../../../../ui/Values.tsx'
import type { PilotView } from '../../../programme/pilots/contract.ts'
import { openFiling } from '../../course/contract.ts'
import { words } from '../words.ts'
import { KindHint } from './KindHint.tsx'
import { OccurredAt } from './OccurredAt.tsx'

type Form = { kind: MatterKind | null; occurredAt: string | null }

/** Kind and moment, both chosen: from then on the clock runs; the rest is written on the page. */
export function OpenMatter({ pilot, open, onClose }: { pilot: PilotView; open: boolean; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { form, change, typed, forget } = useKept<Form>(`pilot/${pilot.pilotId}/matter`, {
    kind: null,
    occurredAt: null,
  })
  const { kind, occurredAt } = form
  const command = useCommand(openFiling, {
    onDone: ({ filingId }) => {
      forget()
      go(`/matters/${filingId}`)
    },
  })
  const errors = fieldTexts(command.error, say)
  const { batchId, parkId: unitId } = pilot
  const send = () => {
    if (kind === null || occurredAt === null) return
    command.mutate({ body: { batchId, unitId, kind: 'major-matter', period: '', opening: { kind, occurredAt } } })
  }
  return (
    <ActDialog
      open={open}
      typed={typed}
      title={t.open}
      okText={t.open}
      note={t.openNote}
      running={command.isPending}
      error={command.error}
      missing={[
        kind === null && { field: 'kind', label: say(matterFieldNames.kind) },
        occurredAt === null && { field: 'report.occurredAt', label: say(matterFieldNames.occurredAt) },
      ]}
      onOk={send}
      onCancel={onClose}
    >
      <Field
        label={say(matterFieldNames.kind)}
        name="kind"
        required
        hint={kind === null ? undefined : <KindHint kind={kind} />}
        error={errors['opening.kind'] ?? ''}
      >
        {(bind) => (
          <Select
            {...bind}
            value={kind}
            options={matterKindList.map((value) => ({ value, label: say(matterKinds[value]) }))}
            onChange={(next: MatterKind) => change({ kind: next })}
          />
        )}
      </Field>
      <OccurredAt
        value={occurredAt}
        onChange={(next) => change({ occurredAt: next })}
        error={errors['opening.occurredAt']}
      />
      {occurredAt ? <Clock edition={pilot.edition} occurredAt={occurredAt} /> : null}
    </ActDialog>
  )
}

/** What starts with it: by when the report has to be sent. */
function Clock({ edition: id, occurredAt }: { edition: string; occurredAt: string }) {
  const t = useWords(words)
  const edition = findEdition(id)
  const rule = edition && obligationOf(edition, 'major-matter')
  if (rule?.due.by !== 'at-once') return null
  const by = reportBy(rule, new Date(occurredAt)).toISOString()
  return (
    <p role="status">
      <strong>{t.startsClock(rule.due.hours, instantText(by))}</strong> <span className="clause">{rule.clause}</span>
    </p>
  )
}
