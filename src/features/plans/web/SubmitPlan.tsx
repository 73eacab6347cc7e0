import { App } from 'antd'
import { useRef, useState } from 'react'
import { type PlanContent, planSections } from '../../../policy/plan.ts'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { KeyValue } from '../../../ui/Figures.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Count, Money } from '../../../ui/Values.tsx'
import type { PilotView } from '../../pilots/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { type Drafts, type PlanView, sectionIn } from './use-plan-drafts.ts'

type SubmitPlanProps = {
  pilot: PilotView
  plan: PlanView
  content: PlanContent
  drafts: Drafts
  saveAll: () => Promise<void>
}

/** Saves what is not saved yet, says what will be submitted to whom, and submits. */
export function SubmitPlan({ pilot, plan, content, drafts, saveAll }: SubmitPlanProps) {
  const t = useWords(words)
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const latest = useRef(drafts)
  latest.current = drafts
  const submit = useCommand(contract.submitPlan, {
    onDone: ({ no }) => {
      setOpen(false)
      void message.success(t.submitted(no))
    },
  })

  async function confirm() {
    setWaiting(true)
    await saveAll()
    setWaiting(false)
    const left = planSections.some((name) => {
      const { kind } = latest.current[name].state
      return sectionIn(plan, name).open && kind !== 'saved' && kind !== 'unchanged'
    })
    setUnsaved(left)
    if (!left) submit.mutate({ params: { pilotId: pilot.pilotId } })
  }

  return (
    <>
      <ActionButton
        type="primary"
        action={actionNamed(plan.actions, 'submit')}
        onClick={() => {
          submit.reset()
          setUnsaved(false)
          setOpen(true)
        }}
      >
        {plan.version ? t.resubmit : t.submit}
      </ActionButton>
      <ConfirmDialog
        open={open}
        title={t.submitTitle(pilot.parkName)}
        okText={plan.version ? t.resubmit : t.submit}
        running={waiting || submit.isPending}
        error={submit.error}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        <p>{t.submitText((plan.version?.no ?? 0) + 1, pilot.countyName)}</p>
        <KeyValue
          columns={1}
          facts={[
            { label: t.award, value: <Money fen={plan.awardFen} /> },
            { label: t.plannedServices, value: <Count value={content.services.rows.length} /> },
            {
              label: t.agenciesAndProducts,
              value: `${content.agencies.agencies.length} / ${content.agencies.products.length}`,
            },
            { label: t.fundLines, value: <Count value={content['fund-lines'].rows.length} /> },
            { label: t.targets, value: <Count value={content.targets.rows.length} /> },
            { label: t.enterprises, value: <Count value={content.enterprises.rows.length} /> },
          ]}
        />
        {unsaved ? (
          <p role="alert" className="field-error">
            {t.saveFirst}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  )
}
